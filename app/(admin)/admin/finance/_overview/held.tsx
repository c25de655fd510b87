import { Sparkline } from "@/app/_ui/charts/sparkline";
import { bookBalances, moneyByDay } from "@/lib/commerce/papers";
import { payoutFigures } from "@/lib/commerce/payouts";
import { lastReconciliations } from "@/lib/commerce/reconciliation";
import { formatMoney } from "@/lib/platform/money/format";
import { adminContext } from "../../../_parts/admin-context";
import { Figure, Figures } from "../_parts/figure";

const usd = (amount: number): string => formatMoney({ amount, currency: "usd" });

/** Whose money we hold, and whether the provider says the same. */
export async function Held() {
  const ctx = await adminContext();
  const [{ creators, ours }, { underWay }, [last], days] = await Promise.all([bookBalances(ctx), payoutFigures(ctx), lastReconciliations(ctx.db, { limit: 1 }), moneyByDay(ctx)]);
  const of = (name: string): number => ours.find((one) => one.name === name)?.amount ?? 0;
  const still = underWay.filter(({ state }) => state === "awaiting_approval" || state === "pending");
  const left = underWay.filter(({ state }) => state === "transferred" || state === "in_transit");
  const sum = (rows: typeof underWay): { payouts: number; amount: number } => ({ payouts: rows.reduce((total, one) => total + one.payouts, 0), amount: rows.reduce((total, one) => total + one.amount, 0) });
  const [waiting, going, suspense] = [sum(still), sum(left), of("suspense")];
  return (
    <Figures>
      <Figure label="Held for creators" value={usd(creators)} note="balances, held and about to be sent" href="/admin/finance/ledger?account=own">
        <Sparkline values={days.map(({ earned, paidOut }) => earned - paidOut)} label={`What came in for creators less what was paid out, on each of the last thirty days, in cents: ${days.map(({ earned, paidOut }) => earned - paidOut).join(", ")}`} />
      </Figure>
      <Figure label="In payout" value={usd(waiting.amount)} note={going.payouts > 0 ? `to be sent; ${usd(going.amount)} more on the way to banks` : "taken from balances, to be sent"} href="/admin/finance/payouts?state=pending" />
      <Figure label="Disputed" value={usd(of("disputed"))} note="taken by banks, not decided" href="/admin/finance/ledger?account=disputed" />
      <Figure label="Shield pool" value={usd(of("shield"))} note="for creators whose fans dispute in bad faith" href="/admin/finance/ledger?account=shield" />
      {last ? (
        <Figure label="The provider's balance" value={usd(last.providerBalance)} tone={last.lines.length > 0 ? "danger" : "plain"} note={`our books ${usd(last.ledgerSum)}, on its way ${usd(last.inFlight)}, difference ${usd(last.difference)}`} href={`/admin/finance/reconciliation/${last.id}`} />
      ) : (
        <Figure label="The provider's balance" value="?" note="not compared yet" href="/admin/finance/reconciliation" />
      )}
      <Figure label="Suspense" value={usd(suspense)} tone={suspense === 0 ? "plain" : "danger"} note={suspense === 0 ? "nothing is unexplained" : "moved, and not explained"} href="/admin/finance/ledger?account=suspense" />
      <Figure label="Our fees, all time" value={usd(of("fees"))} note={`less ${usd(of("providerFees") + of("losses"))} of fees and losses we bear`} href="/admin/finance/ledger?account=fees" />
      <Figure label="For the tax office" value={usd(of("withheld"))} note="withheld from payouts" href="/admin/finance/ledger?account=withheld" />
    </Figures>
  );
}
