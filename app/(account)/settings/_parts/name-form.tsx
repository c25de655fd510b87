"use client";

import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { notify } from "@/app/_ui/overlays/toast";

export function NameForm({ displayName }: { displayName: string }) {
  const router = useRouter();
  const { formRef, ...sending } = useSend(["displayName"]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = { displayName: textOf(new FormData(event.currentTarget), "displayName") };
    void sending.send(() => api.PATCH("/api/v1/me", { body }), () => {
      notify.done("Saved.");
      router.refresh();
    });
  };
  return (
    <form ref={formRef} onSubmit={submit} noValidate className="grid max-w-[420px] gap-3">
      <Field label="Name" hint="Artists you pay or follow see it." error={sending.error("displayName") ?? sending.general}>
        {(control) => <Input {...control} name="displayName" defaultValue={displayName} autoComplete="name" maxLength={60} required />}
      </Field>
      <Button type="submit" size="small" className="w-fit" pending={sending.pending} pendingText="Saving…">
        Save
      </Button>
    </form>
  );
}
