"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import type { FeeRules } from "@/app/_ui/fee-split";
import { RadioCard } from "@/app/_ui/forms/radio-card";
import { Notice } from "@/app/_ui/surfaces/notice";
import { formatMoney } from "@/lib/platform/money/format";
import { AmountField } from "./amount-field";
import { Sums } from "./sums";
import { useLeaving } from "./use-leaving";

export type Offer = { id: string; name: string; minAmount: number; currency: "usd"; hint: string };
type Props = { artist: string; tiers: Offer[]; /** The tier of the link one came by. */ asked: string | undefined; rules: FeeRules; /** Of the month, today. */ day: number };

/** Which tier, how much, and the one button. What was wrong is said beside the field; what is left is for the provider's page. */
export function JoinForm({ artist, tiers, asked, rules, day }: Props) {
  const first = tiers.find(({ id }) => id === asked) ?? tiers[0];
  const [tier, setTier] = useState(first);
  const [amount, setAmount] = useState<number | null>(first?.minAmount ?? null);
  const [complaint, setComplaint] = useState<string>();
  const { leaving, leaveTo } = useLeaving();
  const { formRef, pending, send, keyFor, general, error, problem, clear } = useSend(["amount"]);
  const box = useRef<HTMLDivElement>(null);
  if (!tier) return null;
  const say = (minor: number) => formatMoney({ amount: minor, currency: tier.currency });
  const enough = amount !== null && amount >= tier.minAmount;

  function choose(next: Offer) {
    setTier(next);
    setAmount(next.minAmount);
    forget();
  }
  function forget() {
    setComplaint(undefined);
    clear();
  }
  function pay() {
    if (!tier || amount === null || amount < tier.minAmount) {
      setComplaint(`${tier?.name ?? "This"} starts at ${say(tier?.minAmount ?? 0)} a month.`);
      box.current?.querySelector<HTMLInputElement>('input[inputmode="decimal"]')?.focus();
      return;
    }
    const body = { tierId: tier.id, amount, currency: tier.currency };
    void send(
      () => api.POST("/api/v1/checkouts", { params: { header: { "Idempotency-Key": keyFor(body) } }, body }),
      (checkout) => checkout && leaveTo(checkout.url ?? `/checkout/${checkout.id}`),
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
      <Tiers tiers={tiers} chosen={tier} onChoose={choose} />
      <div ref={box} className="mt-6">
        <AmountField
          key={tier.id}
          minAmount={tier.minAmount}
          currency={tier.currency}
          error={complaint ?? error("amount")}
          onAmount={(next) => {
            setAmount(next);
            forget();
          }}
        />
      </div>
      {enough && <Sums amount={amount} rules={rules} artist={artist} day={day} currency={tier.currency} />}
      <div className="mt-auto grid gap-3 pt-7">
        {general && <Refusal reason={general} already={problem?.status === 409} />}
        <Button type="submit" variant="primary" size="large" pending={pending || leaving} pendingText="Opening the payment page…">
          {enough ? `Pay ${say(amount)} with card` : "Pay with card"}
        </Button>
        <p className="text-center text-small text-soft text-balance">Card details go to Stripe, never to us. Leave whenever you like, in two taps.</p>
      </div>
    </form>
  );
}

function Tiers({ tiers, chosen, onChoose }: { tiers: Offer[]; chosen: Offer; onChoose: (tier: Offer) => void }) {
  return (
    <fieldset className="grid gap-2.5">
      <legend className="sr-only">Tier</legend>
      {tiers.map((tier) => (
        <RadioCard
          key={tier.id}
          name="tier"
          value={tier.id}
          checked={tier.id === chosen.id}
          onChange={() => onChoose(tier)}
          label={<bdi>{tier.name}</bdi>}
          hint={tier.hint || undefined}
          aside={`from ${formatMoney({ amount: tier.minAmount, currency: tier.currency }, { trim: true })}`}
        />
      ))}
    </fieldset>
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
