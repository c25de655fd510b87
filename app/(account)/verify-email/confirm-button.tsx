"use client";

import { useState } from "react";
import { signInWithLink } from "@/app/_client/session";
import { Button } from "@/app/_ui/controls/button";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Notice } from "@/app/_ui/surfaces/notice";

type Props = { token: string; next: string; intent: "creator" | "fan" };

/** A press, not a visit, confirms: programs that scan mail open every link they see. */
export function ConfirmButton({ token, next, intent }: Props) {
  const [state, setState] = useState<{ pending: boolean; reason?: string }>({ pending: false });
  const confirm = async () => {
    setState({ pending: true });
    const answer = await signInWithLink(token);
    if (answer.ok) window.location.assign(next);
    else setState({ pending: false, reason: answer.reason.startsWith("That address") ? "This link is damaged. Copy all of it, or ask for a new one." : answer.reason });
  };
  return (
    <div className="grid gap-5">
      {state.reason && (
        <div role="alert">
          <Notice tone="danger" title={state.reason}>
            If you have confirmed before, just sign in. Otherwise sign up again with the same address: that sends a new link.
          </Notice>
        </div>
      )}
      {state.reason ? (
        <div className="flex flex-wrap gap-3">
          <LinkButton variant="primary" href="/sign-in">
            Sign in
          </LinkButton>
          <LinkButton href={`/sign-up?intent=${intent}`}>Get a new link</LinkButton>
        </div>
      ) : (
        <Button variant="primary" size="large" pending={state.pending} pendingText="One moment…" onClick={() => void confirm()}>
          Confirm and go in
        </Button>
      )}
    </div>
  );
}
