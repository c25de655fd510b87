"use client";

import Link from "next/link";
import { useRef, useState, type SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { signInWithPassword } from "@/app/_client/session";
import { textOf } from "@/app/_client/text-of";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { Notice } from "@/app/_ui/surfaces/notice";
import { PasswordField } from "../_parts/password-field";

/** Where someone goes who came from nowhere in particular: to what they work with, or what is new. */
async function homeOf(): Promise<string> {
  const { data } = await api.GET("/api/v1/me").catch(() => ({ data: undefined }));
  return data?.creator ? "/studio" : data?.role === "admin" ? "/admin" : "/feed";
}

export function SignInForm({ next, reason }: { next: string | undefined; reason?: string | undefined }) {
  const [state, setState] = useState<{ pending: boolean; reason?: string | undefined }>({ pending: false, reason });
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    setState({ pending: true });
    const answer = await signInWithPassword(textOf(typed, "email"), textOf(typed, "password"));
    if (answer.ok) { window.location.assign(next ?? (await homeOf())); return; }
    setState({ pending: false, reason: answer.reason });
    form.current?.querySelector<HTMLInputElement>('[name="password"]')?.select();
  };
  return (
    // "post": pressed before the scripts are there, it puts no password into the address.
    <form method="post" ref={form} onSubmit={(event) => void submit(event)} className="grid gap-4.5">
      {state.reason && (
        <div role="alert">
          <Notice tone="danger" title={state.reason} />
        </div>
      )}
      <Field label="Email">{(control) => <Input {...control} name="email" type="email" autoComplete="username" inputMode="email" autoCapitalize="none" spellCheck={false} required />}</Field>
      <PasswordField name="password" label="Password" />
      <Button type="submit" variant="primary" size="large" pending={state.pending} pendingText="Signing in…">
        Sign in
      </Button>
      <p className="text-small">
        <Link href="/recover" className="link text-soft">
          Forgot your password?
        </Link>
      </p>
    </form>
  );
}
