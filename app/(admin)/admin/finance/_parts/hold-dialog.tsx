"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useId, useState } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { Select } from "@/app/_ui/forms/select";
import { Textarea } from "@/app/_ui/forms/textarea";
import { Dialog } from "@/app/_ui/overlays/dialog";
import { notify } from "@/app/_ui/overlays/toast";

type Rules = Record<string, string>;
type Props = { /** Absent: it is asked for. */ creatorId?: string; rules: Rules; label?: string };

/** Keeps a creator's payouts back: by which rule, why, until when, and what ends it. */
export function HoldDialog({ creatorId, rules, label = "Hold payouts" }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const form = useId();
  const { formRef, ...sending } = useSend(["rule", "reason", "whatToDo", "endsAt"]);
  const unknownCreator = sending.problem?.invalidParams?.find(({ name }) => name === "params.creatorId")?.reason;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const day = textOf(data, "endsAt");
    const body = { rule: textOf(data, "rule") as "admin", reason: textOf(data, "reason"), whatToDo: textOf(data, "whatToDo"), endsAt: day ? `${day}T00:00:00Z` : "" };
    const done = () => {
      setOpen(false);
      notify.done("Held. The creator is told why by mail.");
      router.refresh();
    };
    void sending.send(() => api.POST("/api/v1/creators/{creatorId}/payout-holds", { params: { path: { creatorId: creatorId ?? textOf(data, "creatorId").trim() } }, body }), done);
  };
  const footer = (
    <>
      <Button onClick={() => setOpen(false)}>Not now</Button>
      <Button type="submit" form={form} variant="strong" pending={sending.pending}>
        Hold
      </Button>
    </>
  );
  return (
    <Dialog side open={open} onOpenChange={setOpen} trigger={<Button size="small">{label}</Button>} title="Hold a creator's payouts" description="The money stays theirs. They read the reason, the end and what to do, in the studio and by mail; you stand as its owner." footer={footer}>
      <form id={form} ref={formRef} onSubmit={submit} noValidate className="grid gap-4">
        {creatorId === undefined && (
          <Field label="Creator" hint="The id of their page, like crt_01J… The ledger finds it by their address." error={unknownCreator}>
            {(control) => <Input {...control} name="creatorId" placeholder="crt_…" maxLength={40} />}
          </Field>
        )}
        <HoldFields rules={rules} error={sending.error} />
        {sending.general && !unknownCreator && (
          <p role="alert" className="text-danger">
            {sending.general}
          </p>
        )}
      </form>
    </Dialog>
  );
}

function HoldFields({ rules, error }: { rules: Rules; error: (field: string) => string | undefined }) {
  return (
    <>
      <Field label="By which rule" error={error("rule")}>
        {(control) => <Select {...control} name="rule" options={Object.entries(rules).map(([value, text]) => ({ value, label: text }))} />}
      </Field>
      <Field label="Why" hint="Whole sentences; the creator reads them." error={error("reason")}>
        {(control) => <Textarea {...control} name="reason" rows={3} maxLength={300} />}
      </Field>
      <Field label="What ends it" hint="What they can do, or that we write to them." error={error("whatToDo")}>
        {(control) => <Textarea {...control} name="whatToDo" rows={2} maxLength={300} />}
      </Field>
      <Field label="Ends on" hint="At midnight UTC at the latest: nothing is held for ever." error={error("endsAt")}>
        {(control) => <Input {...control} name="endsAt" type="date" />}
      </Field>
    </>
  );
}
