import Link from "next/link";
import { cx } from "@/app/_ui/cx";
import { formatDate } from "@/app/_ui/date-format";
import { disputesByDeadline } from "@/lib/commerce/disputes";
import { listFees } from "@/lib/commerce/fees";
import { type PayoutFigures, payoutFigures } from "@/lib/commerce/payouts";
import { lastReconciliations, type ReconciliationView } from "@/lib/commerce/reconciliation";
import { dueDate, type MissingForms, missingForms, type TaxYearDesk, taxYearDesk } from "@/lib/commerce/tax";
import { days, hours } from "@/lib/platform/clock";
import { formatMoney } from "@/lib/platform/money/format";
import { adminContext } from "../../../_parts/admin-context";
import { Part } from "../_parts/part";
import { isUrgent, sayClock } from "../disputes/say-dispute";

type Wait = { title: string; why: string; href: string; urgent?: boolean };
const usd = (amount: number): string => formatMoney({ amount, currency: "usd" });
const plural = (n: number, one: string, many = `${one}s`): string => (n === 1 ? `One ${one}` : `${n.toLocaleString("en-US")} ${many}`);

/** What stands still until a person has done something, the urgent first. */
export async function Waits() {
  const ctx = await adminContext();
  const taxYear = ctx.now.getUTCMonth() < 4 ? ctx.now.getUTCFullYear() - 1 : ctx.now.getUTCFullYear();
  const [figures, disputes, runs, tax, fees, formless] = await Promise.all([payoutFigures(ctx), disputesByDeadline(ctx, { limit: 20 }), lastReconciliations(ctx.db, { limit: 1 }), taxYearDesk(ctx, taxYear), listFees(ctx), missingForms(ctx, { year: taxYear })]);
  const [next] = disputes.data;
  const waits: Wait[] = [
    ...ofReconciliation(runs[0], ctx.now),
    ...ofPayouts(figures),
    ...(next ? [{ title: `${plural(disputes.data.length, "dispute")}${disputes.nextCursor ? " or more" : ""} not decided`, why: `The next is ${usd(next.amount)}: a rule decides in ${sayClock(next.answerBy, ctx.now)}.`, href: `/admin/finance/disputes/${next.id}`, urgent: isUrgent(next.answerBy, ctx.now) }] : []),
    ...(fees.waiting ? [{ title: "Proposed fees want a second person", why: `${fees.waiting.proposed?.by ?? "Somebody"} proposed ${fees.waiting.platformBps / 100} % from ${formatDate(new Date(fees.waiting.effectiveFrom))}.`, href: "/admin/finance/fees" }] : []),
    ...ofTax(tax, formless, ctx.now),
  ].sort((a, b) => Number(b.urgent ?? false) - Number(a.urgent ?? false));
  return (
    <Part title="Waits for a person">
      {waits.length === 0 ? (
        <p className="border-t border-line py-4 text-soft">Nothing. Everything goes its way by itself.</p>
      ) : (
        <ul>
          {waits.map(({ title, why, href, urgent }) => (
            <li key={title} className="border-t border-line">
              <Link href={href} className="-mx-2 flex gap-3 rounded-s px-2 py-3 transition-colors -outline-offset-2 hover:bg-raised/60">
                <span aria-hidden="true" className={cx("mt-1.5 size-2 shrink-0 rounded-full", urgent ? "bg-danger" : "bg-held")} />
                <span className="min-w-0">
                  <span className="block font-medium">
                    {title}
                    {urgent && <span className="sr-only"> (urgent)</span>}
                  </span>
                  <span className="block text-soft">{why}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function ofPayouts({ underWay, holdsWithoutEnd }: PayoutFigures): Wait[] {
  const of = (state: string) => underWay.find((row) => row.state === state) ?? { payouts: 0, amount: 0 };
  const [approval, failed] = [of("awaiting_approval"), of("failed")];
  return [
    ...(approval.payouts > 0 ? [{ title: `${plural(approval.payouts, "payout")} of ${usd(approval.amount)} ${approval.payouts === 1 ? "wants" : "want"} two people's yes`, why: "They are taken out of the balance, and are not sent before.", href: "/admin/finance/payouts?state=awaiting_approval", urgent: true }] : []),
    ...(failed.payouts > 0 ? [{ title: `${plural(failed.payouts, "payout")} came back from the bank`, why: `${usd(failed.amount)} is being brought back into the balance.`, href: "/admin/finance/payouts?state=failed" }] : []),
    ...(holdsWithoutEnd > 0 ? [{ title: `${plural(holdsWithoutEnd, "hold")} without an end`, why: "They last until what they wait for happens, or you release them.", href: "/admin/finance/payouts/holds" }] : []),
  ];
}

function ofReconciliation(last: ReconciliationView | undefined, now: Date): Wait[] {
  if (!last) return [{ title: "Never compared with the provider", why: "The comparison runs each hour at :47; or ask for one.", href: "/admin/finance/reconciliation" }];
  if (last.lines.length > 0) return [{ title: `Our books differ from the provider's by ${usd(last.difference)}`, why: `In ${last.lines.length === 1 ? "one place" : `${last.lines.length} places`}; each line is there.`, href: `/admin/finance/reconciliation/${last.id}`, urgent: true }];
  return now.getTime() - Date.parse(last.startedAt) > hours(3) ? [{ title: "Not compared for hours", why: `The last comparison was ${formatDate(new Date(last.startedAt), "moment")}.`, href: "/admin/finance/reconciliation", urgent: true }] : [];
}

/** From November on, and until the year's papers are out. */
function ofTax(desk: TaxYearDesk, formless: MissingForms, now: Date): Wait[] {
  const due = dueDate("toRecipients", desk.year);
  if (due.getTime() - now.getTime() > days(92)) return [];
  const missing = formless.data.length;
  const by = formatDate(due);
  const href = `/admin/finance/tax?year=${desk.year}`;
  return [
    ...(missing > 0 ? [{ title: `${plural(missing, "creator")}${formless.next ? " or more" : ""} without a tax form`, why: `Tax is withheld from their payouts, and their documents of ${desk.year} are due on ${by}.`, href: `${href}#without-a-form`, urgent: now > new Date(Date.UTC(desk.year + 1, 0, 1)) }] : []),
    ...(desk.missingRules.length > 0 ? [{ title: `The law's table has no row for ${desk.year}`, why: desk.missingRules.join("; "), href }] : []),
    ...(desk.over && !desk.run && now < due ? [{ title: `The tax year ${desk.year} has not been run`, why: `Documents are due on ${by}.`, href, urgent: true }] : []),
  ];
}
