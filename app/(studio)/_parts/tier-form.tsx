"use client";

import { useState, type SubmitEvent, type ReactNode } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import type { FeeRules } from "@/app/_ui/fee-split";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { MoneyInput } from "@/app/_ui/forms/money-input";
import { Select } from "@/app/_ui/forms/select";
import { Textarea } from "@/app/_ui/forms/textarea";
import { OwnPrice } from "@/app/_ui/money/own-price";
import { Notice } from "@/app/_ui/surfaces/notice";
import { formatMoney } from "@/lib/platform/money/format";

export type TierValues = { id: string; name: string; description: string; minAmount: number; benefits: string[]; annualAmount: number | null; trialDays: number };
type Props = { creatorId: string; rules: FeeRules; tier?: TierValues; submit: string; onDone: () => void; aside?: ReactNode };

/** What stands in the field: an amount, or why it is none. */
type Price = { amount: number | null; reason?: string | undefined };

const linesOf = (text: string) => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");

/** A tier, new or changed, with what becomes of its price while it is typed. */
export function TierForm({ creatorId, rules, tier, submit, onDone, aside }: Props) {
  const { formRef, ...sending } = useSend(["name", "minAmount", "annualAmount", "benefits", "description"]);
  const [price, setPrice] = useState<Price>({ amount: tier?.minAmount ?? 500 });
  const [year, setYear] = useState<Price>({ amount: tier?.annualAmount ?? null });
  const [left, setLeft] = useState(false);
  const { amount } = price;
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (amount === null || year.reason) {
      setLeft(true);
      event.currentTarget.querySelector<HTMLElement>("[inputmode=decimal]")?.focus();
      return;
    }
    const form = new FormData(event.currentTarget);
    const body = { name: textOf(form, "name"), description: textOf(form, "description"), minAmount: amount, annualAmount: year.amount, trialDays: trialIn(form), benefits: linesOf(textOf(form, "benefits")) };
    void (tier
      ? sending.send(() => api.PATCH("/api/v1/tiers/{tierId}", { params: { path: { tierId: tier.id } }, body }), onDone)
      : sending.send(() => api.POST("/api/v1/creators/{creatorId}/tiers", { params: { path: { creatorId }, header: { "Idempotency-Key": sending.keyFor(body) } }, body: { ...body, currency: "usd" } }), onDone));
  };
  return (
    <form ref={formRef} onSubmit={send} noValidate className="grid gap-4.5">
      {sending.general && (
        <div role="alert">
          <Notice tone="danger" title={sending.general} />
        </div>
      )}
      <Field label="Name" error={sending.error("name")}>
        {(control) => <Input {...control} name="name" defaultValue={tier?.name ?? ""} maxLength={40} required placeholder="Front row" />}
      </Field>
      <Field label="Minimum monthly price" error={left && price.reason ? price.reason : sending.error("minAmount")} hint={tier ? "Holds for those who join from now on. Members keep what they pay." : "Fans may choose to pay more. The price also decides who sees what: a dearer tier sees all that a cheaper one does."}>
        {(control) => <MoneyInput {...control} defaultAmount={amount} onAmount={(next, reason) => setPrice({ amount: next, reason })} onBlur={() => setLeft(true)} required />}
      </Field>
      <div aria-live="polite">{amount ? <OwnPrice amount={amount} rules={rules} /> : <p className="text-small text-soft">Type a price to see what becomes of it.</p>}</div>
      <Terms year={year} onYear={setYear} error={left && year.reason ? year.reason : sending.error("annualAmount")} minAmount={amount} trialDays={tier?.trialDays ?? 0} />
      <Field label="What they get" hint="One thing a line." error={sending.error("benefits")}>
        {(control) => <Textarea {...control} name="benefits" rows={3} defaultValue={tier?.benefits.join("\n") ?? ""} placeholder={"Songs a week early\nLyrics and chords"} />}
      </Field>
      <Field label="In a sentence" optional error={sending.error("description")}>
        {(control) => <Textarea {...control} name="description" rows={2} maxLength={500} defaultValue={tier?.description ?? ""} />}
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" pending={sending.pending} pendingText="Saving…">
          {submit}
        </Button>
        {aside}
      </div>
    </form>
  );
}

const lengths = [
  { value: "0", label: "No trial" },
  { value: "7", label: "7 days" },
  { value: "14", label: "14 days" },
  { value: "30", label: "30 days" },
];
const trialIn = (form: FormData): 0 | 7 | 14 | 30 => ([7, 14, 30] as const).find((days) => String(days) === form.get("trialDays")) ?? 0;

/** What there is beside the month. */
function Terms({ year, onYear, error, minAmount, trialDays }: { year: Price; onYear: (year: Price) => void; error: string | undefined; minAmount: number | null; trialDays: number }) {
  const saved = minAmount !== null && year.amount !== null ? minAmount * 12 - year.amount : undefined;
  const say = (amount: number) => formatMoney({ amount, currency: "usd" }, { trim: true });
  const hint = saved === undefined ? "Leave it empty to be paid by the month only." : saved > 0 ? `Whoever pays for a year saves ${say(saved)}.` : "As much as twelve months.";
  return (
    <div className="grid items-start gap-4.5 sm:grid-cols-2">
      <Field label="Price for a year" optional error={error} hint={hint}>
        {(control) => <MoneyInput {...control} optional defaultAmount={year.amount} onAmount={(amount, reason) => onYear({ amount, reason })} />}
      </Field>
      <Field label="Days to try" hint="Free, once for each fan. Their card is needed, and pays on the last day.">
        {(control) => <Select {...control} name="trialDays" defaultValue={String(trialDays)} options={lengths} />}
      </Field>
    </div>
  );
}
