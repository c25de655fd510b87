"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useId, useState } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { rulesOf, splitPrice } from "@/app/_ui/fee-split";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { Textarea } from "@/app/_ui/forms/textarea";
import { PriceSplit } from "@/app/_ui/money/price-split";
import { Dialog } from "@/app/_ui/overlays/dialog";
import { notify } from "@/app/_ui/overlays/toast";

type Numbers = { platformBps: number; estimateProcessingBps: number; estimateProcessingFixed: number };
type Props = { last: Numbers; bounds: Record<keyof Numbers, { least: number; most: number }>; earliest: string; earliestRaise: string; noticeDays: number };

/** "9.5" → 950 hundredths of a per cent; what is no number stays none, and the server says so. */
const hundredths = (typed: string): number => Math.round(Number(typed.replace(",", ".")) * 100);
const example = 1_000;

/** Proposes fees from a day to come, and shows meanwhile what $10.00 would give. */
export function ProposeDialog({ last, bounds, earliest, earliestRaise, noticeDays }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [numbers, setNumbers] = useState<Numbers>(last);
  const form = useId();
  const { formRef, ...sending } = useSend(["effectiveFrom", "platformBps", "estimateProcessingBps", "estimateProcessingFixed", "note", "reason"]);
  const raises = numbers.platformBps > last.platformBps;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const body = { ...numbers, effectiveFrom: textOf(data, "effectiveFrom"), note: textOf(data, "note"), reason: textOf(data, "reason") };
    const done = () => {
      setOpen(false);
      notify.done("Proposed. Another administrator has to agree.");
      router.refresh();
    };
    void sending.send(() => api.POST("/api/v1/fee-schedules", { params: { header: { "Idempotency-Key": sending.keyFor(body) } }, body }), done);
  };
  const footer = (
    <>
      <Button onClick={() => setOpen(false)}>Not now</Button>
      <Button type="submit" form={form} variant="strong" pending={sending.pending}>
        Propose
      </Button>
    </>
  );
  return (
    <Dialog side open={open} onOpenChange={setOpen} trigger={<Button variant="strong">Propose fees</Button>} title="Propose fees" description="Nothing changes until another administrator agrees." footer={footer}>
      <form id={form} ref={formRef} onSubmit={submit} noValidate className="grid gap-4">
        <Field label="From" error={sending.error("effectiveFrom")} hint={raises ? `Higher than before, so not before ${earliestRaise}: creators hear of it ${noticeDays} days ahead.` : "Midnight UTC of a day to come."}>
          {(control) => <Input {...control} name="effectiveFrom" type="date" min={raises ? earliestRaise : earliest} defaultValue={raises ? earliestRaise : ""} />}
        </Field>
        <NumberFields numbers={numbers} bounds={bounds} error={sending.error} change={(next) => setNumbers({ ...numbers, ...next })} />
        <Preview was={last} will={numbers} />
        <Field label="In a sentence" hint="Creators read it." error={sending.error("note")}>
          {(control) => <Textarea {...control} name="note" rows={2} maxLength={200} />}
        </Field>
        <Field label="Why" hint="It stands in the audit trail under your name." error={sending.error("reason")}>
          {(control) => <Textarea {...control} name="reason" rows={2} maxLength={300} />}
        </Field>
        {sending.general && (
          <p role="alert" className="text-danger">
            {sending.general}
          </p>
        )}
      </form>
    </Dialog>
  );
}

type FieldsProps = { numbers: Numbers; bounds: Props["bounds"]; error: (field: string) => string | undefined; change: (next: Partial<Numbers>) => void };

function NumberFields({ numbers, bounds, error, change }: FieldsProps) {
  const { least, most } = bounds.platformBps;
  return (
    <>
      <Field label="Our share, in per cent" hint={`${least / 100} to ${most / 100}.`} error={error("platformBps")}>
        {(control) => <Input {...control} inputMode="decimal" defaultValue={numbers.platformBps / 100} onChange={(event) => change({ platformBps: hundredths(event.target.value) })} className="num" />}
      </Field>
      <div className="grid grid-cols-2 items-start gap-3">
        <Field label="Card, per cent" hint="An estimate." error={error("estimateProcessingBps")}>
          {(control) => <Input {...control} inputMode="decimal" defaultValue={numbers.estimateProcessingBps / 100} onChange={(event) => change({ estimateProcessingBps: hundredths(event.target.value) })} className="num" />}
        </Field>
        <Field label="And cents" hint="Sales bear what is charged." error={error("estimateProcessingFixed")}>
          {(control) => <Input {...control} inputMode="numeric" defaultValue={numbers.estimateProcessingFixed} onChange={(event) => change({ estimateProcessingFixed: Number(event.target.value) })} className="num" />}
        </Field>
      </div>
    </>
  );
}

function Preview({ was, will }: { was: Numbers; will: Numbers }) {
  const whole = Object.values(will).every((one) => Number.isSafeInteger(one) && one >= 0);
  return (
    <div className="grid gap-3 rounded-m border border-line bg-surface p-4">
      <p className="font-semibold">Of $10.00</p>
      <div>
        <p className="mb-1 text-tiny text-soft">Before</p>
        <PriceSplit split={splitPrice(example, rulesOf(was))} />
      </div>
      <div>
        <p className="mb-1 text-tiny text-soft">From then on</p>
        {whole ? <PriceSplit split={splitPrice(example, rulesOf(will))} /> : <p className="text-soft">Type numbers to see it.</p>}
      </div>
    </div>
  );
}
