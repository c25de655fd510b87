"use client";

import { useRef, useState, type ReactNode } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import type { FeeRules } from "@/app/_ui/fee-split";
import { type Schedule, scheduleOf, whyNotWith } from "@/lib/commerce/promotions/count";
import { formatMoney } from "@/lib/platform/money/format";
import { AmountField } from "./amount-field";
import { CodeField } from "./code-field";
import { joinPath } from "./join-path";
import { Foot, Unpaid } from "./join-words";
import { type Every, Rhythm, TryFirst } from "./rhythm";
import { Sums } from "./sums";
import { type Offer, Tiers } from "./tiers";
import { type Asked, useChoice } from "./use-choice";
import { type CodeAsked, type Offer as CodeOffer, useCode } from "./use-code";
import { useLeaving } from "./use-leaving";

type Props = {
  artist: string;
  /** They share what they sell with others. */
  shared: boolean;
  creatorId: string;
  handle: string;
  tiers: Offer[];
  /** What the address asks for. */
  asked: Asked;
  /** The code it asks for. */
  askedCode: CodeAsked;
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
export function JoinForm({ artist, shared, creatorId, handle, tiers, asked, askedCode, mayTry, guest, unpaid, rules, today, children }: Props) {
  const chosen = useChoice(tiers, asked, mayTry);
  const code = useCode(creatorId, askedCode);
  const { tier, every, least, typed } = chosen;
  const { offer } = code;
  // A code's first payment is today.
  const trialDays = offer ? 0 : chosen.trialDays;
  const [complaint, setComplaint] = useState<string>();
  const { leaving, leaveTo, cameBack } = useLeaving();
  const { formRef, pending, send, keyFor, general, error, problem, clear } = useSend(["amount", "code"]);
  const box = useRef<HTMLDivElement>(null);
  if (!tier) return null;
  const { currency } = tier;
  const { amount } = typed;
  const { misfit, due } = under(offer, { tierId: tier.id, amount, interval: every });

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
    // Typed and not looked up: what it comes to is seen before it is paid.
    if (code.waiting) void code.lookUp();
    if (misfit || code.waiting) return;
    const choice = { tierId: tier.id, amount, interval: every, ...(offer ? { code: offer.code } : {}) };
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
        if (misfit) event.currentTarget.querySelector<HTMLElement>("[data-code]")?.focus();
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
      <CodeField code={{ ...code, type: fresh(code.type), takeOut: fresh(code.takeOut) }} complaint={misfit ?? error("code")} />
      {chosen.mayTry && !offer && <TryFirst days={tier.trialDays} checked={trialDays > 0} onChange={fresh(chosen.tryFirst)} />}
      {amount !== null && <Sums amount={amount} rules={rules} artist={artist} shared={shared} today={today} every={every} trialDays={trialDays} currency={currency} due={due} />}
      {children}
      <Foot guest={guest} every={every} refusal={general} already={problem?.status === 409} pending={pending || leaving}>
        {sayButton({ trialDays, amount: due ? due.now : amount, currency })}
      </Foot>
    </form>
  );
}

/** Whether the code goes with the choice, and what it makes of it. */
function under(offer: CodeOffer | null, { tierId, amount, interval }: { tierId: string; amount: number | null; interval: Every }): { misfit?: string | undefined; due?: Schedule } {
  if (!offer || amount === null) return {};
  const misfit = whyNotWith(offer, { tierId, amount, interval, trial: false });
  return misfit ? { misfit } : { due: scheduleOf(offer, amount) };
}

function sayButton({ trialDays, amount, currency }: { trialDays: number; amount: number | null; currency: string }): string {
  if (trialDays > 0) return "Try it, with card";
  if (amount === null) return "Pay with card";
  return amount === 0 ? "Begin for nothing, with card" : `Pay ${formatMoney({ amount, currency })} with card`;
}

function residenceIn(form: FormData): { country?: string; consent?: string } {
  const [country, consent] = [form.get("country"), form.get("consent")];
  return { ...(typeof country === "string" && country !== "" ? { country } : {}), ...(typeof consent === "string" ? { consent } : {}) };
}
