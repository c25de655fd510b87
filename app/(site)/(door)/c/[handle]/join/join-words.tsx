import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/controls/button";
import { Notice } from "@/app/_ui/surfaces/notice";
import type { Every } from "./rhythm";

export function Unpaid() {
  return (
    <div role="status" className="mb-4">
      <Notice title="Nothing was charged.">Your choice is kept below.</Notice>
    </div>
  );
}

function Terms({ guest, every }: { guest: boolean; every: Every }) {
  return (
    <p className="text-center text-small text-soft text-balance">
      {guest && "First you create your account. "}Renews each {every} until you cancel. Cancel anytime. Card details go to Stripe, never to us.
    </p>
  );
}

/** Why it did not go through. The button below is the way to try again. */
function Refusal({ reason, already }: { reason: string; already: boolean }) {
  const library = (
    <Link href="/library" className="link">
      Your library
    </Link>
  );
  return (
    <div role="alert">
      <Notice tone="danger" title={reason} action={already ? library : undefined}>
        {already ? undefined : "Nothing was charged."}
      </Notice>
    </div>
  );
}

/** What went wrong, the one button, and the terms below it. */
export function Foot({ guest, every, refusal, already, pending, children }: { guest: boolean; every: Every; refusal: string | undefined; already: boolean; pending: boolean; children: ReactNode }) {
  return (
    <div className="mt-auto grid gap-3 pt-7">
      {refusal && <Refusal reason={refusal} already={already} />}
      <Button type="submit" variant="primary" size="large" pending={pending} pendingText={guest ? "One moment…" : "Opening the payment page…"}>
        {children}
      </Button>
      <Terms guest={guest} every={every} />
    </div>
  );
}
