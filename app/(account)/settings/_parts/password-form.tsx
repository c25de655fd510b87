"use client";

import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { notify } from "@/app/_ui/overlays/toast";
import { Notice } from "@/app/_ui/surfaces/notice";
import { PasswordField } from "../../_parts/password-field";

export function PasswordForm({ email }: { email: string }) {
  const router = useRouter();
  const { formRef, ...sending } = useSend(["currentPassword", "newPassword"]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const body = { currentPassword: textOf(typed, "currentPassword"), newPassword: textOf(typed, "newPassword") };
    void sending.send(() => api.PUT("/api/v1/me/password", { body }), () => {
      form.reset();
      notify.done("Your password is changed, and your other devices are signed out.");
      router.refresh();
    });
  };
  return (
    <form method="post" ref={formRef} onSubmit={submit} noValidate className="grid max-w-[420px] gap-4">
      {/* For password managers: whose password this is. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      {sending.general && (
        <div role="alert">
          <Notice tone="danger" title={sending.general} />
        </div>
      )}
      <PasswordField name="currentPassword" label="Current password" error={sending.error("currentPassword")} />
      <PasswordField name="newPassword" label="New password" fresh error={sending.error("newPassword")} />
      <Button type="submit" size="small" className="w-fit" pending={sending.pending} pendingText="Saving…">
        Change the password
      </Button>
    </form>
  );
}
