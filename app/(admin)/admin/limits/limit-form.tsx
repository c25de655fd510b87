"use client";

import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { notify } from "@/app/_ui/overlays/toast";
import { Chip } from "@/app/_ui/surfaces/chip";

type Numbers = { perActor: number; perAddress: number; windowSeconds: number };
type Props = { limit: Numbers & { limitClass: string; changed: boolean }; usual: Numbers & { note: string } };

const fields = [
  { name: "perActor", label: "One account", short: "an account" },
  { name: "perAddress", label: "One address", short: "an address" },
  { name: "windowSeconds", label: "Seconds", short: "seconds" },
] as const;

const count = (n: number): string => n.toLocaleString("en-US");

/** "read: an account 600 → 500" */
function sayChange(limitClass: string, from: Numbers, to: Numbers): string {
  const changed = fields.filter(({ name }) => from[name] !== to[name]).map(({ name, short }) => `${short} ${count(from[name])} → ${count(to[name])}`);
  return changed.length ? `${limitClass}: ${changed.join(", ")}` : `${limitClass}: as it was.`;
}

export function LimitForm({ limit, usual }: Props) {
  const router = useRouter();
  const { formRef, ...sending } = useSend(["perActor", "perAddress", "windowSeconds"]);
  const path = { params: { path: { limitClass: limit.limitClass } } };
  const done = (to: Numbers | undefined) => {
    if (to) notify.done(sayChange(limit.limitClass, limit, to));
    router.refresh();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [perActor, perAddress, windowSeconds] = fields.map(({ name }) => Number(textOf(form, name))) as [number, number, number];
    void sending.send(() => api.PUT("/api/v1/rate-limits/{limitClass}", { ...path, body: { perActor, perAddress, windowSeconds } }), done);
  };
  const reset = () => sending.send(() => api.DELETE("/api/v1/rate-limits/{limitClass}", path), done);
  return (
    <li className="border-t border-line py-4">
      {/* Other numbers from the server are other fields: what stood in them is not kept. */}
      <form key={fields.map(({ name }) => limit[name]).join()} ref={formRef} onSubmit={submit} noValidate aria-label={`Limit for ${limit.limitClass}`} className="grid grid-cols-3 items-start gap-3 lg:grid-cols-[1fr_140px_140px_140px_210px]">
        <div className="col-span-3 lg:col-span-1">
          <h2 className="flex items-center gap-2 font-semibold">
            {limit.limitClass}
            {limit.changed && <Chip tone="held">set by an administrator</Chip>}
          </h2>
          <p className="text-soft">{usual.note}</p>
          {sending.general && (
            <p role="alert" className="text-danger">
              {sending.general}
            </p>
          )}
        </div>
        {fields.map(({ name, label }) => (
          <Field key={name} label={label} error={sending.error(name)} hint={<span className="num">Default {count(usual[name])}</span>}>
            {(control) => <Input {...control} name={name} type="number" inputMode="numeric" min={1} step={1} required defaultValue={limit[name]} className="num text-small" />}
          </Field>
        ))}
        <div className="col-span-3 flex gap-2 lg:col-span-1 lg:pt-6.5">
          <Button type="submit" pending={sending.pending}>
            Set
          </Button>
          {limit.changed && (
            <Button variant="plain" pending={sending.pending} onClick={() => void reset()}>
              Back to default
            </Button>
          )}
        </div>
      </form>
    </li>
  );
}
