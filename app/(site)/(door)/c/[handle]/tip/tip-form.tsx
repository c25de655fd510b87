"use client";

import { useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { AmountChoice } from "@/app/_ui/forms/amount-choice";
import { Field } from "@/app/_ui/forms/field";
import { MoneyInput } from "@/app/_ui/forms/money-input";
import { Textarea } from "@/app/_ui/forms/textarea";
import { Notice } from "@/app/_ui/surfaces/notice";
import { formatMoney } from "@/lib/platform/money/format";
import { useLeaving } from "../join/use-leaving";

type Props = { creatorId: string; handle: string; artist: string; least: number; guest: boolean; unpaid: boolean };
const suggestions = [300, 500, 1_000];

/** How much, a few words, and the one button. */
export function TipForm({ creatorId, handle, artist, least, guest, unpaid }: Props) {
  const [chosen, setChosen] = useState<number | "other">(500);
  const [typed, setTyped] = useState<{ amount: number | null; reason?: string | undefined }>({ amount: null });
  const [complaint, setComplaint] = useState<string>();
  const [message, setMessage] = useState("");
  const { leaving, leaveTo } = useLeaving();
  const { formRef, pending, send, keyFor, general, error } = useSend(["amount", "message"]);
  const amount = chosen === "other" ? typed.amount : chosen;
  const here = `/c/${handle}/tip`;
  const say = (minor: number) => formatMoney({ amount: minor, currency: "usd" }, { trim: true });

  function pay() {
    if (guest) { leaveTo(`/sign-up?next=${encodeURIComponent(here)}`, here); return; }
    if (amount === null) { setComplaint(typed.reason ?? "Type an amount, like 12 or 12.50."); return; }
    const body = { creatorId, amount, currency: "usd" as const, message };
    void send(() => api.POST("/api/v1/tips", { params: { header: { "Idempotency-Key": keyFor(body) } }, body }), (order) => order && leaveTo(order.url ?? `/order/${order.id}`, `${here}?unpaid=1`));
  }
  return (
    <form ref={formRef} noValidate onSubmit={(event) => { event.preventDefault(); pay(); }} className="flex flex-1 flex-col">
      {unpaid && <div role="status" className="mb-4"><Notice title="Nothing was charged." /></div>}
      <fieldset>
        <legend className="mb-2.5 text-small font-semibold">How much?</legend>
        <div className="grid grid-cols-4 gap-2.5">
          {suggestions.map((one) => <AmountChoice key={one} name="tip" checked={chosen === one} onChange={() => { setChosen(one); setComplaint(undefined); }} label={say(one)} />)}
          <AmountChoice name="tip" checked={chosen === "other"} onChange={() => setChosen("other")} label="Other" />
        </div>
      </fieldset>
      {chosen === "other" && (
        <div className="mt-3">
          <Field label="Your amount" hint={`${say(least)} or more`} error={complaint ?? error("amount")}>
            {(control) => <MoneyInput {...control} least={least} tooLittle={`A tip is ${say(least)} or more.`} onAmount={(next, reason) => { setTyped({ amount: next, reason }); setComplaint(undefined); }} />}
          </Field>
        </div>
      )}
      <div className="mt-5">
        <Field label="A few words" optional error={error("message")}>
          {(control) => <Textarea {...control} rows={3} maxLength={280} value={message} onChange={(event) => setMessage(event.target.value)} />}
        </Field>
      </div>
      <div className="mt-auto grid gap-3 pt-7">
        {general && <div role="alert"><Notice tone="held" title={general} /></div>}
        <Button type="submit" variant="primary" size="large" pending={pending || leaving} pendingText="Opening the payment page…">
          {amount === null ? `Tip ${artist}` : `Tip ${artist} ${say(amount)}`}
        </Button>
        <p className="text-center text-small text-soft text-balance">Paid once, in US dollars. If your card is in another currency, your bank converts at its own rate. Card details go to Stripe, never to us.</p>
      </div>
    </form>
  );
}
