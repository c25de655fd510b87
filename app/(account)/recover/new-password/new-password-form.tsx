"use client";

import { useState, type SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Notice } from "@/app/_ui/surfaces/notice";
import { PasswordField } from "../../_parts/password-field";

export function NewPasswordForm({ token }: { token: string }) {
  const { formRef, ...sending } = useSend(["password"]);
  const [done, setDone] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = { token, password: textOf(new FormData(event.currentTarget), "password") };
    void sending.send(() => api.POST("/api/v1/password-resets/completion", { body }), () => setDone(true));
  };
  if (done) {
    return (
      <div className="grid gap-5" role="status">
        <Notice tone="in" title="The new password is set." />
        <LinkButton href="/sign-in" variant="primary" size="large">
          Sign in with it
        </LinkButton>
      </div>
    );
  }
  return (
    <form method="post" ref={formRef} onSubmit={submit} noValidate className="grid gap-4.5">
      {sending.general && (
        <div role="alert">
          <Notice tone="danger" title={sending.general} action={<LinkButton href="/recover" size="small">Ask for a new link</LinkButton>} />
        </div>
      )}
      <PasswordField name="password" label="New password" fresh error={sending.error("password")} />
      <Button type="submit" variant="primary" size="large" pending={sending.pending} pendingText="Saving…">
        Set the password
      </Button>
    </form>
  );
}
