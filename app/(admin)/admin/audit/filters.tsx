import { Button } from "@/app/_ui/controls/button";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { Select } from "@/app/_ui/forms/select";

type Props = { filter: { subject: string | undefined; actorId: string | undefined; action: string | undefined }; actions: string[] };

/** A plain form: what is asked stands in the address, to be sent to a colleague or come back to. */
export function Filters({ filter: { subject, actorId, action }, actions }: Props) {
  const known = action && !actions.includes(action) ? [action, ...actions] : actions;
  return (
    <form action="/admin/audit" className="mb-5 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto]">
      <Field label="Subject">{(control) => <Input {...control} name="subject" defaultValue={subject} placeholder="pst_…" maxLength={80} className="text-small" />}</Field>
      <Field label="Actor">{(control) => <Input {...control} name="actor" defaultValue={actorId} placeholder="usr_…" maxLength={80} className="text-small" />}</Field>
      <Field label="Action">{(control) => <Select {...control} name="action" defaultValue={action ?? ""} options={[{ value: "", label: "Any" }, ...known.map((one) => ({ value: one, label: one }))]} className="text-small" />}</Field>
      <div className="flex gap-2">
        <Button type="submit" variant="strong">
          Filter
        </Button>
        {(subject ?? actorId ?? action) && <LinkButton href="/admin/audit">Clear</LinkButton>}
      </div>
    </form>
  );
}
