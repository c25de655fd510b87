import { Chip } from "@/app/_ui/surfaces/chip";
import { checkLedger } from "@/lib/commerce/ledger";
import { adminContext } from "../../_parts/admin-context";
import { Part } from "./part";

export async function Books() {
  const { db } = await adminContext();
  const { transactions, entries, unbalanced, salesAstray } = await checkLedger(db);
  const sound = unbalanced === 0 && salesAstray === 0;
  const rows = [
    { label: "Transactions", value: transactions },
    { label: "Lines", value: entries },
    { label: "Transactions that do not sum to zero", value: unbalanced, wrong: unbalanced > 0 },
    { label: "Sales booked otherwise than they say, or not at all", value: salesAstray, wrong: salesAstray > 0 },
  ];
  return (
    <Part title="The books" sum={<Chip tone={sound ? "in" : "danger"}>{sound ? "all of it adds up" : "in doubt"}</Chip>}>
      <dl>
        {rows.map(({ label, value, wrong }) => (
          <div key={label} className="flex justify-between gap-4 border-t border-line px-2 py-2.5">
            <dt>{label}</dt>
            <dd className={wrong ? "num font-semibold text-danger" : "num text-soft"}>{value.toLocaleString("en-US")}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 px-2 text-soft">Walked just now, from the first line to the last.</p>
    </Part>
  );
}
