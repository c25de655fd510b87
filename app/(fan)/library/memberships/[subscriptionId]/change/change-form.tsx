"use client";

import { useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { AmountChoice } from "@/app/_ui/forms/amount-choice";
import { Field } from "@/app/_ui/forms/field";
import { MoneyInput } from "@/app/_ui/forms/money-input";
import { RadioCard } from "@/app/_ui/forms/radio-card";
import { Notice } from "@/app/_ui/surfaces/notice";
import { formatMoney } from "@/lib/platform/money/format";
import { Confirm, type Seen } from "./confirm";

type Every = "month" | "year";
/** The least for each rhythm; null: the tier is not paid so. */
export type Choice = { id: string; name: string; benefits: string[]; least: Record<Every, number | null> };
type Props = { subscriptionId: string; tiers: Choice[]; now: { tierId: string; amount: number; interval: Every }; wanted: string | undefined; currency: string };

const offered = (tiers: Choice[], every: Every) => tiers.flatMap((tier) => (tier.least[every] === null ? [] : [{ ...tier, least: tier.least[every] }]));

/** First the wish, then what it costs, then the yes. */
export function ChangeForm({ subscriptionId, tiers, now, wanted, currency }: Props) {
  const [every, setEvery] = useState(now.interval);
  const shown = offered(tiers, every);
  const [tierId, setTierId] = useState(wanted ?? now.tierId);
  const tier = shown.find(({ id }) => id === tierId) ?? shown[0];
  /** What stands in the field to begin with: what they pay, in the rhythm they pay it in. */
  const startOf = (least: number, rhythm: Every) => (rhythm === now.interval ? Math.max(least, now.amount) : least);
  const [typed, setTyped] = useState<{ amount: number | null; reason?: string | undefined }>({ amount: tier ? startOf(tier.least, every) : null });
  const [seen, setSeen] = useState<Seen>();
  const [left, setLeft] = useState(false);
  const { formRef, pending, send, general, error, clear } = useSend(["amount"]);
  if (!tier) return <Notice title="There is no tier to move to." />;
  const say = (amount: number) => formatMoney({ amount, currency }, { trim: true });
  const take = (id: string, amount: number | null, reason?: string) => {
    setTierId(id);
    setTyped({ amount, reason });
    setSeen(undefined);
    clear();
  };
  const turn = (next: Every) => {
    const there = offered(tiers, next);
    const same = there.find(({ id }) => id === tier.id) ?? there[0];
    setEvery(next);
    if (same) take(same.id, startOf(same.least, next));
  };
  const look = () => {
    setLeft(true);
    const { amount } = typed;
    if (amount === null) return;
    const wish = { tierId: tier.id, amount, currency: "usd" as const, interval: every };
    void send(() => api.POST("/api/v1/subscriptions/{subscriptionId}/change-preview", { params: { path: { subscriptionId } }, body: wish }), (preview) => preview && setSeen({ wish, preview, tierName: tier.name }));
  };
  return (
    <>
      <form
        ref={formRef}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
        className="grid gap-5"
      >
        {(now.interval === "year" || offered(tiers, "year").length > 0) && <Rhythm every={every} now={now.interval} onEvery={turn} />}
        <fieldset className="grid gap-2.5">
          <legend className="sr-only">Tier</legend>
          {shown.map((one) => (
            <RadioCard key={one.id} name="tier" value={one.id} checked={one.id === tier.id} onChange={() => take(one.id, startOf(one.least, every))} label={<bdi>{one.name}</bdi>} hint={one.id === now.tierId ? "Where you are now" : one.benefits[0]} aside={`from ${say(one.least)}`} />
          ))}
        </fieldset>
        <Field label={`What it is worth to you a ${every}`} hint={`${say(tier.least)} or more`} error={left && typed.reason ? typed.reason : error("amount")}>
          {(control) => <MoneyInput {...control} key={`${tier.id}${every}`} currency={currency} defaultAmount={typed.amount} least={tier.least} tooLittle={`${tier.name} starts at ${say(tier.least)} a ${every}.`} onAmount={(amount, reason) => take(tier.id, amount, reason)} onBlur={() => setLeft(true)} />}
        </Field>
        {general && (
          <div role="alert">
            <Notice tone="danger" title={general} />
          </div>
        )}
        {!seen && (
          <Button type="submit" variant="strong" size="large" pending={pending} pendingText="Working it out…">
            See what it costs
          </Button>
        )}
      </form>
      {seen && <Confirm subscriptionId={subscriptionId} seen={seen} onMoved={() => setSeen(undefined)} />}
    </>
  );
}

/** Each month or once a year, and what moving between them means. */
function Rhythm({ every, now, onEvery }: { every: Every; now: Every; onEvery: (every: Every) => void }) {
  return (
    <fieldset>
      <legend className="mb-2.5 text-small font-semibold">How often?</legend>
      <div className="grid grid-cols-2 gap-2.5">
        <AmountChoice name="every" checked={every === "month"} onChange={() => onEvery("month")} label="Each month" />
        <AmountChoice name="every" checked={every === "year"} onChange={() => onEvery("year")} label="Once a year" />
      </div>
      {every !== now && <p className="mt-2 text-small text-soft">{every === "year" ? "You pay the year today, less what is left of the month you have paid." : "From the end of your year. Until then everything stays as you paid for it."}</p>}
    </fieldset>
  );
}
