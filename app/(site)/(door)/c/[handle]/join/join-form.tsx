"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import type { FeeRules } from "@/app/_ui/fee-split";
import { Notice } from "@/app/_ui/surfaces/notice";
import { formatMoney } from "@/lib/platform/money/format";
import { AmountField } from "./amount-field";
import { joinPath } from "./join-path";
import { Sums } from "./sums";
import { type Offer, Tiers } from "./tiers";
import { useLeaving } from "./use-leaving";

type Props = {
  artist: string;
  handle: string;
  tiers: Offer[];
  /** What the address asks for. */
  asked: { tier: string | undefined; amount: number | undefined };
  /** Nobody we know: they look as they like, and make an account when they press the button. */
  guest: boolean;
  /** Back from the payment page. */
  unpaid: boolean;
  rules: FeeRules;
  /** Of the month, today. */
  day: number;
};

/** Which tier, how much, and the one button. What was wrong is said beside the field; what is left is for the provider's page. */
export function JoinForm({ artist, handle, tiers, asked, guest, unpaid, rules, day }: Props) {
  const first = tiers.find(({ id }) => id === asked.tier) ?? tiers[0];
  const start = first && asked.amount !== undefined && asked.amount >= first.minAmount ? asked.amount : (first?.minAmount ?? 0);
  const [tier, setTier] = useState(first);
  const [typed, setTyped] = useState<{ amount: number | null; reason?: string | undefined }>({ amount: start });
  const [complaint, setComplaint] = useState<string>();
  const { leaving, leaveTo, cameBack } = useLeaving();
  const { formRef, pending, send, keyFor, general, error, problem, clear } = useSend(["amount"]);
  const box = useRef<HTMLDivElement>(null);
  if (!tier) return null;
  const { amount } = typed;
  const say = (minor: number) => formatMoney({ amount: minor, currency: tier.currency });

  function choose(next: Offer) {
    setTier(next);
    take(next.minAmount);
  }
  function take(next: number | null, reason?: string) {
    setTyped({ amount: next, reason });
    setComplaint(undefined);
    clear();
  }
  function pay() {
    if (!tier) return;
    if (amount === null) {
      setComplaint(typed.reason ?? "Type an amount, like 12 or 12.50.");
      box.current?.querySelector<HTMLInputElement>('input[inputmode="decimal"]')?.focus();
      return;
    }
    const choice = { tierId: tier.id, amount };
    const here = joinPath(handle, choice);
    if (guest) {
      leaveTo(`/sign-up?next=${encodeURIComponent(here)}`, here);
      return;
    }
    const body = { ...choice, currency: tier.currency };
    void send(
      () => api.POST("/api/v1/checkouts", { params: { header: { "Idempotency-Key": keyFor(body) } }, body }),
      (checkout) => checkout && leaveTo(checkout.url ?? `/checkout/${checkout.id}`, joinPath(handle, choice, { unpaid: true })),
    );
  }
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        pay();
      }}
      className="flex flex-1 flex-col"
    >
      {(unpaid || (cameBack && !guest)) && <Unpaid />}
      <Tiers tiers={tiers} chosen={tier} onChoose={choose} />
      <div ref={box} className="mt-6">
        <AmountField key={tier.id} tierName={tier.name} minAmount={tier.minAmount} currency={tier.currency} initial={tier.id === first?.id ? start : tier.minAmount} error={complaint ?? error("amount")} onAmount={take} onLeave={() => setComplaint(typed.reason)} />
      </div>
      {amount !== null && <Sums amount={amount} rules={rules} artist={artist} day={day} currency={tier.currency} />}
      <div className="mt-auto grid gap-3 pt-7">
        {general && <Refusal reason={general} already={problem?.status === 409} />}
        <Button type="submit" variant="primary" size="large" pending={pending || leaving} pendingText={guest ? "One moment…" : "Opening the payment page…"}>
          {amount !== null ? `Pay ${say(amount)} with card` : "Pay with card"}
        </Button>
        <Terms guest={guest} />
      </div>
    </form>
  );
}

function Unpaid() {
  return (
    <div role="status" className="mb-4">
      <Notice title="Nothing was charged.">Your choice is kept below.</Notice>
    </div>
  );
}

function Terms({ guest }: { guest: boolean }) {
  return (
    <p className="text-center text-small text-soft text-balance">
      {guest && "First you create your account. "}Renews each month until you cancel. Cancel anytime. Card details go to Stripe, never to us.
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
