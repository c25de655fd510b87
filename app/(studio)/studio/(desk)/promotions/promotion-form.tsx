"use client";

import { useState, type SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { MoneyInput } from "@/app/_ui/forms/money-input";
import { Select } from "@/app/_ui/forms/select";
import { Notice } from "@/app/_ui/surfaces/notice";
import { sayTerms } from "@/lib/commerce/promotions/count";

type Kind = "percent" | "amount";
type Duration = "once" | "months" | "forever";
type Props = { tiers: { id: string; name: string }[]; onDone: (code: string) => void };

const kinds = [
  { value: "percent", label: "A percent" },
  { value: "amount", label: "An amount" },
];
const durations = [
  { value: "once", label: "The first payment" },
  { value: "months", label: "Some months" },
  { value: "forever", label: "As long as they stay" },
];
/** A whole number that was typed; what is none goes as it is, and comes back with its reason. */
const numberOf = (text: string): number | null => (text.trim() === "" ? null : Number(text.trim()));

/** A code, with what it does said in words before it is made: its terms never change. */
export function PromotionForm({ tiers, onDone }: Props) {
  const { formRef, pending, send, keyFor, general, error } = useSend(["code", "percentOff", "amountOff", "months", "mostRedemptions", "lastDay", "tierIds"]);
  const [kind, setKind] = useState<Kind>("percent");
  const [duration, setDuration] = useState<Duration>("once");
  const [off, setOff] = useState<{ percent: string; amount: number | null }>({ percent: "20", amount: null });
  const [months, setMonths] = useState("3");
  const terms = { percentOff: kind === "percent" ? numberOf(off.percent) : null, amountOff: kind === "amount" ? off.amount : null, currency: "usd" as const, duration, months: duration === "months" ? numberOf(months) : null };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const lastDay = textOf(form, "lastDay");
    const body = { ...terms, code: textOf(form, "code"), tierIds: form.getAll("tierIds").filter((one) => typeof one === "string"), mostRedemptions: numberOf(textOf(form, "mostRedemptions")), lastDay: lastDay === "" ? null : lastDay };
    void send(() => api.POST("/api/v1/promotions", { params: { header: { "Idempotency-Key": keyFor(body) } }, body }), (made) => made && onDone(made.code));
  };
  const said = (terms.percentOff ?? terms.amountOff ?? 0) > 0 && (terms.percentOff ?? 0) <= 100 ? sayTerms(terms) : undefined;
  return (
    <form ref={formRef} onSubmit={submit} noValidate className="grid gap-4.5">
      {general && (
        <div role="alert">
          <Notice tone="danger" title={general} />
        </div>
      )}
      <Field label="Code" hint="3 to 30 letters and digits. Capitals or not is the same." error={error("code")}>
        {(control) => <Input {...control} name="code" maxLength={30} required autoComplete="off" autoCapitalize="characters" spellCheck={false} placeholder="SPRING20" className="uppercase" />}
      </Field>
      <div className="grid items-start gap-4.5 sm:grid-cols-2">
        <Field label="What it takes off">{(control) => <Select {...control} value={kind} onChange={(event) => setKind(event.target.value as Kind)} options={kinds} />}</Field>
        {kind === "percent" ? (
          <Field label="Per cent" hint="1 to 100. At 100 it is free; their card is needed all the same." error={error("percentOff")}>
            {(control) => <Input {...control} inputMode="numeric" value={off.percent} onChange={(event) => setOff({ ...off, percent: event.target.value })} />}
          </Field>
        ) : (
          <Field label="Amount" hint="Off each payment it holds for." error={error("amountOff")}>
            {(control) => <MoneyInput {...control} defaultAmount={off.amount} onAmount={(amount) => setOff({ ...off, amount })} />}
          </Field>
        )}
      </div>
      <div className="grid items-start gap-4.5 sm:grid-cols-2">
        <Field label="For how long">{(control) => <Select {...control} value={duration} onChange={(event) => setDuration(event.target.value as Duration)} options={durations} />}</Field>
        {duration === "months" && (
          <Field label="Months" hint="1 to 12. For payments by the month." error={error("months")}>
            {(control) => <Input {...control} inputMode="numeric" value={months} onChange={(event) => setMonths(event.target.value)} />}
          </Field>
        )}
      </div>
      <Limits tiers={tiers} error={error} />
      <p aria-live="polite" className="rounded-m bg-raised px-4 py-3 text-small">
        {said ? <><b className="font-semibold">{said}.</b> Fees are taken of what is paid. A code&rsquo;s terms never change; you can archive it at any time.</> : "Say what it takes off."}
      </p>
      <Button type="submit" variant="primary" pending={pending} pendingText="Making it…" className="justify-self-start">
        Make the code
      </Button>
    </form>
  );
}

/** For which tiers, how many people, until when. */
function Limits({ tiers, error }: { tiers: Props["tiers"]; error: (field: string) => string | undefined }) {
  return (
    <>
      {tiers.length > 1 && (
        <fieldset>
          <legend className="text-small font-semibold">For which tiers</legend>
          <p className="mb-2 text-small text-soft">None chosen: for all.</p>
          <div className="grid gap-1">
            {tiers.map(({ id, name }) => (
              <label key={id} className="flex min-h-8 cursor-pointer items-center gap-3">
                <input type="checkbox" name="tierIds" value={id} className="size-5 shrink-0 cursor-pointer accent-[var(--ink)]" />
                <bdi>{name}</bdi>
              </label>
            ))}
          </div>
          {error("tierIds") && <p role="alert" className="mt-1 text-small text-danger">{error("tierIds")}</p>}
        </fieldset>
      )}
      <div className="grid items-start gap-4.5 sm:grid-cols-2">
        <Field label="At most so many people" optional error={error("mostRedemptions")}>
          {(control) => <Input {...control} name="mostRedemptions" inputMode="numeric" />}
        </Field>
        <Field label="Last day" optional hint="It ends at midnight, UTC." error={error("lastDay")}>
          {(control) => <Input {...control} name="lastDay" type="date" />}
        </Field>
      </div>
    </>
  );
}
