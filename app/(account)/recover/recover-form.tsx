"use client";

import { useState, type SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { Notice } from "@/app/_ui/surfaces/notice";

export function RecoverForm() {
  const { formRef, ...sending } = useSend(["email"]);
  const [asked, setAsked] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = { email: textOf(new FormData(event.currentTarget), "email") };
    void sending.send(() => api.POST("/api/v1/password-resets", { body }), () => setAsked(true));
  };
  return (
    <form method="post" ref={formRef} onSubmit={submit} noValidate className="grid gap-4.5">
      {/* The same words whether or not we know the address. */}
      {asked && (
        <div role="status">
          <Notice tone="in" title="If we know this address, a link is on its way.">
            It works once, for an hour. Look in the spam folder too.
          </Notice>
        </div>
      )}
      {sending.general && (
        <div role="alert">
          <Notice tone="danger" title={sending.general} />
        </div>
      )}
      <Field label="Email" error={sending.error("email")}>
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" inputMode="email" autoCapitalize="none" spellCheck={false} required />}
      </Field>
      <Button type="submit" variant={asked ? "quiet" : "primary"} size="large" pending={sending.pending}>
        {asked ? "Send it again" : "Send the link"}
      </Button>
    </form>
  );
}
