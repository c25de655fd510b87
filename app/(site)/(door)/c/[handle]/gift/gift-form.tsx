"use client";

import { useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { AmountChoice } from "@/app/_ui/forms/amount-choice";
import { Field } from "@/app/_ui/forms/field";
import { RadioCard } from "@/app/_ui/forms/radio-card";
import { Textarea } from "@/app/_ui/forms/textarea";
import { Notice } from "@/app/_ui/surfaces/notice";
import { formatMoney } from "@/lib/platform/money/format";
import { useLeaving } from "../join/use-leaving";

type Months = 1 | 3 | 6 | 12;
type Props = { handle: string; tiers: { id: string; name: string; minAmount: number; currency: string }[]; guest: boolean; unpaid: boolean };
const choices: Months[] = [1, 3, 6, 12];

/** Which tier, for how long, a few words; a link to pass on comes with the receipt. */
export function GiftForm({ handle, tiers, guest, unpaid }: Props) {
  const [tier, setTier] = useState(tiers[0]);
  const [months, setMonths] = useState<Months>(3);
  const [message, setMessage] = useState("");
  const { leaving, leaveTo } = useLeaving();
  const { formRef, pending, send, keyFor, general, error } = useSend(["months", "message"]);
  if (!tier) return null;
  const here = `/c/${handle}/gift`;
  const total = formatMoney({ amount: tier.minAmount * months, currency: tier.currency });

  function pay() {
    if (!tier) return;
    if (guest) { leaveTo(`/sign-up?next=${encodeURIComponent(here)}`, here); return; }
    const body = { tierId: tier.id, months, message };
    void send(() => api.POST("/api/v1/gifts", { params: { header: { "Idempotency-Key": keyFor(body) } }, body }), (order) => order && leaveTo(order.url ?? `/order/${order.id}`, `${here}?unpaid=1`));
  }
  return (
    <form ref={formRef} noValidate onSubmit={(event) => { event.preventDefault(); pay(); }} className="flex flex-1 flex-col">
      {unpaid && <div role="status" className="mb-4"><Notice title="Nothing was charged." /></div>}
      <fieldset className="grid gap-2.5">
        <legend className="mb-2.5 text-small font-semibold">Which tier?</legend>
        {tiers.map((one) => <RadioCard key={one.id} name="tier" checked={one.id === tier.id} onChange={() => setTier(one)} label={one.name} aside={`${formatMoney({ amount: one.minAmount, currency: one.currency }, { trim: true })} a month`} />)}
      </fieldset>
      <fieldset className="mt-5">
        <legend className="mb-2.5 text-small font-semibold">For how many months?</legend>
        <div className="grid grid-cols-4 gap-2.5">
          {choices.map((one) => <AmountChoice key={one} name="months" checked={months === one} onChange={() => setMonths(one)} label={String(one)} />)}
        </div>
        {error("months") && <p role="alert" className="mt-2 text-small text-danger">{error("months")}</p>}
      </fieldset>
      <div className="mt-5">
        <Field label="A few words to go with it" optional error={error("message")}>
          {(control) => <Textarea {...control} rows={3} maxLength={280} value={message} onChange={(event) => setMessage(event.target.value)} />}
        </Field>
      </div>
      <div className="mt-auto grid gap-3 pt-7">
        {general && <div role="alert"><Notice tone="held" title={general} /></div>}
        <Button type="submit" variant="primary" size="large" pending={pending || leaving} pendingText="Opening the payment page…">{`Pay ${total} with card`}</Button>
        <p className="text-center text-small text-soft text-balance">Paid once and never renewed; codes are for joining and take nothing off a gift. You get a link; its months begin when somebody takes it, and they see your name and your words. In US dollars: another currency is converted by your bank.</p>
      </div>
    </form>
  );
}
