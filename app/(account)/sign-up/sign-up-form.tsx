"use client";

import { useState, type ReactNode, type SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { RadioCard } from "@/app/_ui/forms/radio-card";
import { Notice } from "@/app/_ui/surfaces/notice";
import { PasswordField } from "../_parts/password-field";
import { CheckYourEmail } from "./check-your-email";

type Intent = "fan" | "creator";
type Typed = { displayName: string; email: string; intent: Intent };
type Props = { intent: Intent; /** Where one was going, for the link in the mail. */ next: string | undefined; /** Around the form, gone once it is sent. */ head: ReactNode; foot: ReactNode };

export function SignUpForm({ intent, next, head, foot }: Props) {
  const { formRef, ...sending } = useSend(["displayName", "email", "password"]);
  const [typed, setTyped] = useState<Typed>({ displayName: "", email: "", intent });
  const [sent, setSent] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said: Typed = { displayName: textOf(form, "displayName"), email: textOf(form, "email"), intent: textOf(form, "intent") === "creator" ? "creator" : "fan" };
    setTyped(said);
    const body = { ...said, password: textOf(form, "password"), ...(next ? { next } : {}) };
    void sending.send(() => api.POST("/api/v1/users", { params: { header: { "Idempotency-Key": sending.keyFor(body) } }, body }), () => setSent(true));
  };
  if (sent) return <CheckYourEmail email={typed.email} onBack={() => setSent(false)} />;
  return (
    <>
      {head}
      {/* "post": pressed before the scripts are there, it puts no password into the address. */}
      <form method="post" ref={formRef} onSubmit={submit} noValidate className="grid gap-4.5">
        {sending.general && (
          <div role="alert">
            <Notice tone="danger" title={sending.general} />
          </div>
        )}
        <IntentChoice intent={typed.intent} />
        <Field label="Name" error={sending.error("displayName")} hint="What others call you. You can change it any time.">
          {(control) => <Input {...control} name="displayName" defaultValue={typed.displayName} autoComplete="name" required maxLength={60} />}
        </Field>
        <Field label="Email" error={sending.error("email")}>
          {(control) => <Input {...control} name="email" defaultValue={typed.email} type="email" autoComplete="username" inputMode="email" autoCapitalize="none" spellCheck={false} required />}
        </Field>
        <PasswordField name="password" label="Password" fresh error={sending.error("password")} />
        <Button type="submit" variant="primary" size="large" pending={sending.pending} pendingText="One moment…">
          Sign up
        </Button>
      </form>
      <div className="mt-6 text-small text-soft">{foot}</div>
    </>
  );
}

function IntentChoice({ intent }: { intent: Intent }) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-small font-semibold">I&rsquo;m a…</legend>
      <div className="grid grid-cols-2 gap-2.5">
        <RadioCard name="intent" value="fan" defaultChecked={intent === "fan"} label="Fan" hint="Listen, follow, join" />
        <RadioCard name="intent" value="creator" defaultChecked={intent === "creator"} label="Creator" hint="Create a page, be paid" />
      </div>
    </fieldset>
  );
}
