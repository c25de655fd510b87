"use client";

import { useRef, useState, type ReactNode } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import type { FeeRules } from "@/app/_ui/fee-split";
import { formatMoney } from "@/lib/platform/money/format";
import { AmountField } from "./amount-field";
import { joinPath } from "./join-path";
import { Refusal, Terms, Unpaid } from "./join-words";
import { Rhythm, TryFirst } from "./rhythm";
import { Sums } from "./sums";
import { type Offer, Tiers } from "./tiers";
import { type Asked, useChoice } from "./use-choice";
import { useLeaving } from "./use-leaving";

type Props = {
  artist: string;
  handle: string;
  tiers: Offer[];
  /** What the address asks for. */
  asked: Asked;
  /** They have not tried this page yet. */
  mayTry: boolean;
  /** Nobody we know: they look as they like, and make an account when they press the button. */
  guest: boolean;
  /** Back from the payment page. */
  unpaid: boolean;
  rules: FeeRules;
  today: string;
  /** Where they live, as the server wrote it. */
  children: ReactNode;
};

/** Which tier, how often, how much, and the one button. What was wrong is said beside the field; what is left is for the provider's page. */
export function JoinForm({ artist, handle, tiers, asked, mayTry, guest, unpaid, rules, today, children }: Props) {
  const chosen = useChoice(tiers, asked, mayTry);
  const { tier, every, least, trialDays, typed } = chosen;
  const [complaint, setComplaint] = useState<string>();
  const { leaving, leaveTo, cameBack } = useLeaving();
  const { formRef, pending, send, keyFor, general, error, problem, clear } = useSend(["amount"]);
  const box = useRef<HTMLDivElement>(null);
  if (!tier) return null;
  const { currency } = tier;
  const { amount } = typed;

  function fresh<Args extends unknown[]>(work: (...args: Args) => void) {
    return (...args: Args) => {
      work(...args);
      setComplaint(undefined);
      clear();
    };
  }
  function pay(form: FormData) {
    if (!tier) return;
    if (amount === null) {
      setComplaint(typed.reason ?? "Type an amount, like 12 or 12.50.");
      box.current?.querySelector<HTMLInputElement>('input[inputmode="decimal"]')?.focus();
      return;
    }
    const choice = { tierId: tier.id, amount, interval: every };
    const here = joinPath(handle, choice);
    if (guest) {
      leaveTo(`/sign-up?next=${encodeURIComponent(here)}`, here);
      return;
    }
    const body = { ...choice, trial: trialDays > 0, currency, ...residenceIn(form) };
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
        pay(new FormData(event.currentTarget));
      }}
      className="flex flex-1 flex-col"
    >
      {(unpaid || (cameBack && !guest)) && <Unpaid />}
      <Tiers tiers={tiers} chosen={tier} onChoose={fresh((next) => chosen.choose(next, every))} />
      <Rhythm tier={tier} every={every} onEvery={fresh((next) => chosen.choose(tier, next))} />
      <div ref={box} className="mt-6">
        <AmountField key={`${tier.id}${every}`} tierName={tier.name} every={every} minAmount={least} currency={currency} initial={chosen.start} error={complaint ?? error("amount")} onAmount={fresh(chosen.type)} onLeave={() => setComplaint(typed.reason)} />
      </div>
      {chosen.mayTry && <TryFirst days={tier.trialDays} checked={trialDays > 0} onChange={fresh(chosen.tryFirst)} />}
      {amount !== null && <Sums amount={amount} rules={rules} artist={artist} today={today} every={every} trialDays={trialDays} currency={currency} />}
      {children}
      <div className="mt-auto grid gap-3 pt-7">
        {general && <Refusal reason={general} already={problem?.status === 409} />}
        <Button type="submit" variant="primary" size="large" pending={pending || leaving} pendingText={guest ? "One moment…" : "Opening the payment page…"}>
          {trialDays > 0 ? "Try it, with card" : amount === null ? "Pay with card" : `Pay ${formatMoney({ amount, currency })} with card`}
        </Button>
        <Terms guest={guest} every={every} />
      </div>
    </form>
  );
}

function residenceIn(form: FormData): { country?: string; consent?: string } {
  const [country, consent] = [form.get("country"), form.get("consent")];
  return { ...(typeof country === "string" && country !== "" ? { country } : {}), ...(typeof consent === "string" ? { consent } : {}) };
}
