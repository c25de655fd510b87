"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { Dialog } from "@/app/_ui/overlays/dialog";
import { notify } from "@/app/_ui/overlays/toast";
import { Notice } from "@/app/_ui/surfaces/notice";

/** "12.5" → 1250; what is no such number goes as none, and comes back with its reason. */
function bpsOf(text: string): number | null {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?$/u.exec(text.trim().replace(/\s*%$/u, ""));
  return found ? Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0")) : null;
}

/** An offer to share: with whom, how much, from when. `quiet`: something else on the page comes first. */
export function NewSplit({ quiet = false }: { quiet?: boolean }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { formRef, pending, send, keyFor, general, error } = useSend(["handle", "shareBps", "startsOn"]);
  const [complaint, setComplaint] = useState<string>();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [shareBps, startsOn] = [bpsOf(textOf(form, "share")), textOf(form, "startsOn")];
    setComplaint(shareBps === null ? "Type a percent, like 25 or 12.5." : undefined);
    if (shareBps === null) return;
    const body = { handle: textOf(form, "handle"), shareBps, startsOn: startsOn === "" ? null : startsOn };
    void send(
      () => api.POST("/api/v1/splits", { params: { header: { "Idempotency-Key": keyFor(body) } }, body }),
      (made) => {
        setOpen(false);
        notify.done(`Offered. ${made?.other.name ?? "They"} got a mail; nothing is shared before they accept.`);
        router.refresh();
      },
    );
  };
  return (
    <Dialog
      side
      open={open}
      onOpenChange={setOpen}
      title="Share what you earn"
      trigger={
        <Button variant={quiet ? "quiet" : "primary"}>
          <Plus aria-hidden="true" />
          New split
        </Button>
      }
    >
      <form ref={formRef} onSubmit={submit} noValidate className="grid gap-4.5">
        {general && (
          <div role="alert">
            <Notice tone="danger" title={general} />
          </div>
        )}
        <Field label="With whom" hint="The name in their page's address, like @wildhart." error={error("handle")}>
          {(control) => <Input {...control} name="handle" required autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={31} />}
        </Field>
        <Field label="Their part, in per cent" hint="Of everything your page earns, after fees. Something always stays with you." error={complaint ?? error("shareBps")}>
          {(control) => <Input {...control} name="share" inputMode="decimal" required placeholder="25" />}
        </Field>
        <Field label="From which day on" optional hint="Empty: as soon as they accept. What was sold before is never shared." error={error("startsOn")}>
          {(control) => <Input {...control} name="startsOn" type="date" />}
        </Field>
        <Button type="submit" variant="primary" pending={pending} pendingText="Offering…" className="justify-self-start">
          Offer it
        </Button>
      </form>
    </Dialog>
  );
}
