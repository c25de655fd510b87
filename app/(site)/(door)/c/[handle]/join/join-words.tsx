import Link from "next/link";
import { Notice } from "@/app/_ui/surfaces/notice";
import type { Every } from "./rhythm";

export function Unpaid() {
  return (
    <div role="status" className="mb-4">
      <Notice title="Nothing was charged.">Your choice is kept below.</Notice>
    </div>
  );
}

export function Terms({ guest, every }: { guest: boolean; every: Every }) {
  return (
    <p className="text-center text-small text-soft text-balance">
      {guest && "First you create your account. "}Renews each {every} until you cancel. Cancel anytime. Card details go to Stripe, never to us.
    </p>
  );
}

/** Why it did not go through. The button below is the way to try again. */
export function Refusal({ reason, already }: { reason: string; already: boolean }) {
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
