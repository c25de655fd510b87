"use client";

import { useState } from "react";
import { goToGoogle } from "@/app/_client/session";
import { Button } from "@/app/_ui/controls/button";

export function GoogleButton({ next }: { next: string }) {
  const [state, setState] = useState<{ pending: boolean; reason?: string }>({ pending: false });
  const go = async () => {
    setState({ pending: true });
    const answer = await goToGoogle(next);
    if (answer.ok) window.location.assign(answer.url);
    else setState({ pending: false, reason: answer.reason });
  };
  return (
    <div className="mb-5 grid gap-5">
      <Button pending={state.pending} onClick={() => void go()}>
        Continue with Google
      </Button>
      {state.reason && (
        <p role="alert" className="text-small text-danger">
          {state.reason}
        </p>
      )}
      <p aria-hidden="true" className="flex items-center gap-3 text-small text-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
    </div>
  );
}
