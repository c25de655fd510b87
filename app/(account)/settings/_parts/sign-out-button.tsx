"use client";

import { useState } from "react";
import { signOut } from "@/app/_client/session";
import { Button } from "@/app/_ui/controls/button";
import { notify } from "@/app/_ui/overlays/toast";

export function SignOutButton() {
  const [pending, setPending] = useState(false);
  const leave = async () => {
    setPending(true);
    const answer = await signOut();
    // A whole new page: nothing of the person stays in memory.
    if (answer.ok) { window.location.assign("/"); return; }
    setPending(false);
    notify.failed(answer.reason);
  };
  return (
    <Button pending={pending} pendingText="Signing out…" onClick={() => void leave()}>
      Sign out
    </Button>
  );
}
