import { DateTime } from "@/app/_ui/time/date-time";
import type { TaxYearDesk } from "@/lib/commerce/tax";
import { Facts, Part } from "../_parts/part";

const says: Record<TaxYearDesk["due"][number]["what"], string> = { toRecipients: "To the people themselves", "1099-NEC": "1099-NEC to the IRS", "1099-K": "1099-K to the IRS", "1099-MISC": "1099-MISC to the IRS", dac7: "DAC7 to the tax office" };

/** What the law asks of the year: from how much on, and by when. */
export function YearRules({ desk: { rules, due, formForSales } }: { desk: TaxYearDesk }) {
  return (
    <Part title="Rules and days" lead={`Sales go on a ${formForSales}.`}>
      <Facts
        rows={[
          ...rules.map(({ form, says: from, source }) => ({ label: form, value: <><span className="block">{from}</span><span className="block text-tiny text-soft">{source}</span></> })),
          ...due.map(({ what, at, source }) => ({ label: says[what], value: <><span className="block">by <DateTime date={at} /></span><span className="block text-tiny text-soft">{source}</span></> })),
        ]}
      />
    </Part>
  );
}
