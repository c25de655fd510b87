"use client";

import { useState, type SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { RadioCard } from "@/app/_ui/forms/radio-card";
import { Notice } from "@/app/_ui/surfaces/notice";
import { PasswordField } from "../_parts/password-field";
import { LookInYourMail } from "./look-in-your-mail";

type Intent = "fan" | "creator";

export function SignUpForm({ intent }: { intent: Intent }) {
  const { formRef, ...sending } = useSend(["displayName", "email", "password"]);
  const [sentTo, setSentTo] = useState<string>();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = textOf(form, "email");
    const body = { displayName: textOf(form, "displayName"), email, password: textOf(form, "password"), intent: textOf(form, "intent") === "creator" ? ("creator" as const) : ("fan" as const) };
    void sending.send(() => api.POST("/api/v1/users", { params: { header: { "Idempotency-Key": sending.keyFor(body) } }, body }), () => setSentTo(email));
  };
  if (sentTo !== undefined) return <LookInYourMail email={sentTo} onBack={() => setSentTo(undefined)} />;
  return (
    <form ref={formRef} onSubmit={submit} noValidate className="grid gap-4.5">
      {sending.general && (
        <div role="alert">
          <Notice tone="danger" title={sending.general} />
        </div>
      )}
      <IntentChoice intent={intent} />
      <Field label="Name" error={sending.error("displayName")} hint="What others call you. You can change it any time.">
        {(control) => <Input {...control} name="displayName" autoComplete="name" required maxLength={60} />}
      </Field>
      <Field label="Email" error={sending.error("email")}>
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" inputMode="email" autoCapitalize="none" spellCheck={false} required />}
      </Field>
      <PasswordField name="password" label="Password" fresh error={sending.error("password")} />
      <Button type="submit" variant="primary" size="large" pending={sending.pending} pendingText="One moment…">
        Sign up
      </Button>
    </form>
  );
}

function IntentChoice({ intent }: { intent: Intent }) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-small font-semibold">You come as</legend>
      <div className="grid grid-cols-2 gap-2.5">
        <RadioCard name="intent" value="fan" defaultChecked={intent === "fan"} label="Fan" hint="Listen, follow, join" />
        <RadioCard name="intent" value="creator" defaultChecked={intent === "creator"} label="Creator" hint="Open a page, be paid" />
      </div>
    </fieldset>
  );
}
