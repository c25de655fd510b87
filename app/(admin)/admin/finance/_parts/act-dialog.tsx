"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useId, useState } from "react";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import type { ButtonVariant } from "@/app/_ui/controls/button-class";
import { Field } from "@/app/_ui/forms/field";
import { Textarea } from "@/app/_ui/forms/textarea";
import { Dialog } from "@/app/_ui/overlays/dialog";
import { notify } from "@/app/_ui/overlays/toast";
import { type Act, acts } from "./acts";

type Props = {
  act: Act;
  /** Of what it is about. */
  id: string;
  label: string;
  title: string;
  description: ReactNode;
  /** On the button that does it. */
  confirm: string;
  done: string;
  /** Who reads the reason. */
  hint?: string;
  variant?: ButtonVariant;
  size?: "small" | "medium";
};

/** A decision with its reason: says what will happen, asks why, does it once. */
export function ActDialog({ act, id, label, title, description, confirm, done, hint = "It stands in the audit trail under your name.", variant = "quiet", size = "small" }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const form = useId();
  const { formRef, ...sending } = useSend(["reason"]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = { reason: textOf(new FormData(event.currentTarget), "reason") };
    void sending.send<unknown>(
      () => acts[act](id, body, sending.keyFor(body)),
      () => {
        setOpen(false);
        notify.done(done);
        router.refresh();
      },
    );
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        sending.clear();
      }}
      trigger={
        <Button variant={variant} size={size}>
          {label}
        </Button>
      }
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>Not now</Button>
          <Button type="submit" form={form} variant={variant === "danger" ? "danger" : "strong"} pending={sending.pending}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={form} ref={formRef} onSubmit={submit} noValidate className="grid gap-3">
        <Field label="Why" error={sending.error("reason")} hint={hint}>
          {(control) => <Textarea {...control} name="reason" rows={3} maxLength={300} />}
        </Field>
        {sending.general && (
          <p role="alert" className="text-danger">
            {sending.general}
          </p>
        )}
      </form>
    </Dialog>
  );
}
