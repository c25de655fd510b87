"use client";

import { useState } from "react";
import { signInWithLink } from "@/app/_client/session";
import { Button } from "@/app/_ui/controls/button";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { AccountHead } from "@/app/_ui/shell/account-shell";
import { Notice } from "@/app/_ui/surfaces/notice";
import { signInPath } from "../_parts/ways";

type Props = { token: string; next: string; /** The form to sign up with, for a new link. */ again: string };
type State = { pending: boolean; reason?: string; dead?: boolean };

/** A press, not a visit, confirms: programs that scan mail open every link they see. */
export function ConfirmButton({ token, next, again }: Props) {
  const [state, setState] = useState<State>({ pending: false });
  const confirm = async () => {
    setState({ pending: true });
    const answer = await signInWithLink(token);
    if (answer.ok) window.location.assign(next);
    // Wrong, used or too old: pressing again would not help. Anything else may pass.
    else setState({ pending: false, reason: answer.reason, dead: /^(?:That address|This link)/u.test(answer.reason) });
  };
  if (state.dead) return <DeadLink next={next} again={again} />;
  return (
    <>
      <AccountHead title="Confirm your email" lead="This confirms that the email address is yours, and signs you in." />
      <div className="grid gap-5">
        {state.reason && (
          <div role="alert">
            <Notice tone="danger" title={state.reason} />
          </div>
        )}
        <Button variant="primary" size="large" pending={state.pending} pendingText="One moment…" onClick={() => void confirm()}>
          Confirm and go in
        </Button>
      </div>
    </>
  );
}

function DeadLink({ next, again }: { next: string; again: string }) {
  return (
    <div role="alert">
      <AccountHead title="This link no longer works" lead="It works once, for 24 hours, and only the newest one does. If you have confirmed before, just sign in. Otherwise sign up again with the same address: that sends a new link." />
      <div className="flex flex-wrap gap-3">
        <LinkButton variant="primary" href={signInPath(next)}>
          Sign in
        </LinkButton>
        <LinkButton href={again}>Get a new link</LinkButton>
      </div>
    </div>
  );
}
