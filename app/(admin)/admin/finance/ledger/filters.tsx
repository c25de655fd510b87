import { Button } from "@/app/_ui/controls/button";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { Select } from "@/app/_ui/forms/select";
import { accountKinds, bookAccounts, creatorAccounts, sayKind } from "@/lib/commerce/papers";
import type { PostingKind } from "@/lib/commerce/ledger";

const events: PostingKind[] = ["sale", "refund", "refund-failed", "payout", "payout-sent", "payout-returned", "hold", "release", "dispute", "shield", "shield-funding", "reward", "fee", "adjustment"];
export const kinds = events.map((value) => ({ value, label: sayKind(value) === value ? value : `${sayKind(value)} (${value})` }));

const kindLabels = { asset: "Assets, all", liability: "Owed, all", revenue: "Revenue, all", expense: "Expenses, all" };
const accounts = [
  { value: "", label: "Any" },
  ...accountKinds.map((value) => ({ value, label: kindLabels[value] })),
  ...Object.entries(bookAccounts).map(([value, { label }]) => ({ value, label })),
  ...Object.entries(creatorAccounts).map(([value, { label }]) => ({ value, label })),
];

type Asked = Partial<Record<"account" | "creator" | "kind" | "from" | "to" | "amount" | "id", string | undefined>>;

/** A plain form: what is asked stands in the address, to be sent to a colleague or come back to. */
export function Filters({ asked, filtered }: { asked: Asked; filtered: boolean }) {
  return (
    <form action="/admin/finance/ledger" className="mb-5 grid grid-cols-2 items-end gap-3 lg:grid-cols-4 xl:grid-cols-[1.2fr_1.2fr_1.4fr_1fr_1fr_0.8fr_1.2fr_auto]">
      <Field label="Account">{(control) => <Select {...control} name="account" defaultValue={asked.account ?? ""} options={accounts} className="text-small" />}</Field>
      <Field label="Event">{(control) => <Select {...control} name="kind" defaultValue={asked.kind ?? ""} options={[{ value: "", label: "Any" }, ...kinds]} className="text-small" />}</Field>
      <Field label="Creator">{(control) => <Input {...control} name="creator" defaultValue={asked.creator} placeholder="@name, crt_…" maxLength={80} className="text-small" />}</Field>
      <Field label="From">{(control) => <Input {...control} name="from" type="date" defaultValue={asked.from} className="text-small" />}</Field>
      <Field label="To">{(control) => <Input {...control} name="to" type="date" defaultValue={asked.to} className="text-small" />}</Field>
      <Field label="Amount">{(control) => <Input {...control} name="amount" inputMode="decimal" defaultValue={asked.amount} placeholder="8.41" maxLength={20} className="text-small" />}</Field>
      <Field label="Any id">{(control) => <Input {...control} name="id" defaultValue={asked.id} placeholder="sal_…, ch_…" maxLength={80} className="text-small" />}</Field>
      <div className="flex gap-2">
        <Button type="submit" variant="strong">
          Find
        </Button>
        {filtered && <LinkButton href="/admin/finance/ledger">Clear</LinkButton>}
      </div>
    </form>
  );
}
