import type { Metadata } from "next";
import Link from "next/link";
import { found } from "@/app/_server/found";
import { Chip } from "@/app/_ui/surfaces/chip";
import { Notice } from "@/app/_ui/surfaces/notice";
import { DateTime } from "@/app/_ui/time/date-time";
import { holdRules, readPayoutDesk } from "@/lib/commerce/payouts";
import { asId } from "@/lib/platform/ids";
import { formatMoney } from "@/lib/platform/money/format";
import { adminContext } from "../../../../_parts/admin-context";
import { ActDialog } from "../../_parts/act-dialog";
import { FinanceHead } from "../../_parts/finance-head";
import { HoldDialog } from "../../_parts/hold-dialog";
import { IdLink } from "../../_parts/id-link";
import { Facts, Part } from "../../_parts/part";
import { PayeeLink } from "../../_parts/payee-link";
import { payoutTone, sayPayoutState } from "../../_parts/say-payout";
import { Trail } from "../../_parts/trail";
import { HoldRows } from "../hold-rows";
import { Approvals } from "./approvals";
import { Settles } from "./settles";

export const metadata: Metadata = { title: "A payout" };

export default async function PayoutPage({ params }: { params: Promise<{ payoutId: string }> }) {
  const { payoutId } = await params;
  const ctx = await adminContext();
  const desk = await found(readPayoutDesk(ctx, asId("payout", payoutId)));
  const { payout, payee, provider, holds } = desk;
  const say = (amount: number): string => formatMoney({ amount, currency: payout.currency });
  const waits = payout.state === "awaiting_approval";
  const actions = (
    <>
      <HoldDialog creatorId={payee.creatorId} rules={holdRules} label="Hold" />
      {waits && <ActDialog act="cancelPayout" id={payout.id} label="Stop it" title="Stop this payout?" description={`${say(payout.gross)} goes back into the balance. The next run may begin it anew, unless something holds it.`} confirm="Stop it" done="Stopped; the money is in the balance again." variant="danger" />}
    </>
  );
  return (
    <>
      <FinanceHead
        at="/admin/finance/payouts"
        back={{ href: "/admin/finance/payouts", label: "Payouts" }}
        title={say(payout.amount)}
        lead={
          <>
            To <PayeeLink payee={payee} />, begun on <DateTime date={payout.createdAt} style="moment" />. <Chip tone={payoutTone[payout.state]}>{sayPayoutState[payout.state]}</Chip>
          </>
        }
        actions={actions}
      />
      {payout.failureMessage && (
        <div className="mb-5">
          <Notice tone="danger" title={payout.failureMessage}>
            {provider.failureCode && `The provider calls it ${provider.failureCode}.`}
          </Notice>
        </div>
      )}
      {waits && <Approvals desk={desk} />}
      {holds.length > 0 && (
        <Part title="Held" className="mb-7" lead="One payout of a creator is on its way at a time, so a hold on them is a hold on this. Nobody can agree to it before it is released; one that has not left is stopped.">
          <HoldRows holds={holds} now={ctx.now} />
        </Part>
      )}
      <div className="grid gap-x-9 gap-y-7 xl:grid-cols-2">
        <Settles settled={desk.settled} payout={payout} />
        <div className="grid content-start gap-7">
          <Part title="What has happened">
            <Facts rows={desk.steps.map(({ at, what }) => ({ label: what, value: <DateTime date={at} style="moment" /> }))} />
          </Part>
          <Part title="At the provider">
            <Facts
              rows={[
                { label: "Account", value: provider.destination },
                { label: "Transfer", value: provider.transferId ? <IdLink id={provider.transferId} /> : "not made" },
                { label: "Payout", value: provider.payoutId ? <IdLink id={provider.payoutId} /> : "not made" },
                ...(provider.reversalId ? [{ label: "Reversal", value: <IdLink key="reversal" id={provider.reversalId} /> }] : []),
                { label: "Bank", value: `ending in ${payout.bankLast4 ?? "????"}, ${payout.method}` },
              ]}
            />
            <p className="mt-1.5">
              <Link href={`/admin/finance/ledger?id=${payout.id}`} className="link">
                Its bookings
              </Link>
            </p>
          </Part>
          <Part title="Who did what">
            <Trail subject={payout.id} entries={desk.trail} />
          </Part>
        </div>
      </div>
    </>
  );
}
