import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Card } from "@/app/_ui/surfaces/card";
import { Notice } from "@/app/_ui/surfaces/notice";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { type Reconciliation, reconcileYear, yearParam } from "@/lib/commerce/tax";
import { formatMoney } from "@/lib/platform/money/format";

type Props = { params: Promise<{ year: string }> };
const monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const say = (amount: number): string => `${amount < 0 ? "−" : ""}${formatMoney({ amount: Math.abs(amount), currency: "usd" })}`;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await params).year}: from sales to your bank` };
}

export default async function YearPage({ params }: Props) {
  const asked = yearParam.safeParse(await params);
  if (!asked.success) notFound();
  const { ctx } = await studioContext();
  const year = await reconcileYear(ctx, asked.data.year);
  return (
    <>
      <PageHead title={`${year.year}, to the cent`} lead="From what fans paid (box 1a of a 1099-K) to what reached your bank." actions={<LinkButton href="/studio/tax">All of Tax</LinkButton>} />
      <div className="grid gap-8">
        {!year.agrees && <Notice tone="danger" title="The books do not explain every cent of this year yet.">We look into it. Do not file with these numbers; write to us if you must.</Notice>}
        <Steps year={year} />
        <Months year={year} until={ctx.now} />
      </div>
    </>
  );
}

/** The sum as one reads it: from the top down, each step with its words. */
function Steps({ year: { box1a, total, carriedIn, carriedOut, held } }: { year: Reconciliation }) {
  const steps: [string, number, boolean?][] = [
    ["Fans paid (box 1a)", box1a, true],
    ["DirectFanz", total.platformFee],
    ["Card processing, at cost", total.processing],
    ["Returned to fans", total.refunds],
    ["Disputes", total.disputes],
    ["Prizes and bonuses", total.rewards],
    ["Other", total.other],
    ["Withheld for the IRS (box 4)", total.withheld],
    ["Instant payouts", total.payoutFees],
    ["Owed to you from the year before", carriedIn],
    ["Still with us at the end, or today", -carriedOut],
    ["Reached your bank", -total.paidOut, true],
  ];
  return (
    <Card as="section" aria-label="The year in one sum" className="max-w-[560px]">
      <dl className="grid">
        {steps.filter(([, amount, always]) => always || amount !== 0).map(([label, amount, strong]) => (
          <div key={label} className={`flex justify-between gap-6 border-t border-line py-2.5 first:border-0 ${strong ? "font-semibold" : ""}`}>
            <dt className={strong ? "" : "text-soft"}>{label}</dt>
            <dd className="num whitespace-nowrap">{say(amount)}</dd>
          </div>
        ))}
      </dl>
      {held > 0 && <p className="mt-2 text-small text-soft">Of what is still with us, {say(held)} is held.</p>}
    </Card>
  );
}

/** Months that have not begun have nothing to say. */
function Months({ year: { year, months }, until }: { year: Reconciliation; until: Date }) {
  return (
    <Table caption="Month by month">
      <thead>
        <tr>
          <Th>Month</Th>
          {["Fans paid", "Fees", "Returned, disputed", "Other", "Withheld", "To your bank", "Still with us"].map((label) => (
            <Th key={label} numeric>
              {label}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.filter(({ month }) => Date.UTC(year, month - 1) <= until.getTime()).map((month) => (
          <Tr key={month.month}>
            <Td>{monthNames[month.month - 1]}</Td>
            {[month.gross, month.platformFee + month.processing, month.refunds + month.disputes, month.rewards + month.other + month.payoutFees, month.withheld, -month.paidOut, month.owed].map((amount, column) => (
              <Td key={column} numeric className={amount === 0 ? "text-soft" : ""}>
                {amount === 0 ? "–" : say(amount)}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
