"use client";

import { useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { MoneyInput } from "@/app/_ui/forms/money-input";
import { RadioCard } from "@/app/_ui/forms/radio-card";
import { Notice } from "@/app/_ui/surfaces/notice";
import { formatMoney } from "@/lib/platform/money/format";
import { Confirm, type Seen } from "./confirm";

export type Choice = { id: string; name: string; benefits: string[]; least: number };
type Props = { subscriptionId: string; tiers: Choice[]; now: { tierId: string; amount: number }; wanted: string | undefined; interval: "month" | "year"; currency: string };

/** First the wish, then what it costs, then the yes. */
export function ChangeForm({ subscriptionId, tiers, now, wanted, interval, currency }: Props) {
  const first = tiers.find(({ id }) => id === (wanted ?? now.tierId)) ?? tiers[0];
  const [tier, setTier] = useState(first);
  const [typed, setTyped] = useState<{ amount: number | null; reason?: string | undefined }>({ amount: first ? Math.max(first.least, now.amount) : null });
  const [seen, setSeen] = useState<Seen>();
  const [left, setLeft] = useState(false);
  const { formRef, pending, send, general, error, clear } = useSend(["amount"]);
  if (!tier) return <Notice title="There is no tier to move to." />;
  const say = (amount: number) => formatMoney({ amount, currency }, { trim: true });
  const take = (next: Choice, amount: number | null, reason?: string) => {
    setTier(next);
    setTyped({ amount, reason });
    setSeen(undefined);
    clear();
  };
  const look = () => {
    setLeft(true);
    const { amount } = typed;
    if (amount === null) return;
    const wish = { tierId: tier.id, amount, currency: "usd" as const };
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
        <fieldset className="grid gap-2.5">
          <legend className="sr-only">Tier</legend>
          {tiers.map((one) => (
            <RadioCard key={one.id} name="tier" value={one.id} checked={one.id === tier.id} onChange={() => take(one, Math.max(one.least, now.amount))} label={<bdi>{one.name}</bdi>} hint={one.id === now.tierId ? "Where you are now" : one.benefits[0]} aside={`from ${say(one.least)}`} />
          ))}
        </fieldset>
        <Field label={`What it is worth to you a ${interval}`} hint={`${say(tier.least)} or more`} error={left && typed.reason ? typed.reason : error("amount")}>
          {(control) => <MoneyInput {...control} key={tier.id} currency={currency} defaultAmount={typed.amount} least={tier.least} tooLittle={`${tier.name} starts at ${say(tier.least)} a ${interval}.`} onAmount={(amount, reason) => take(tier, amount, reason)} onBlur={() => setLeft(true)} />}
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
      {seen && <Confirm subscriptionId={subscriptionId} seen={seen} interval={interval} onMoved={() => setSeen(undefined)} />}
    </>
  );
}
