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
  { name: "perActor", label: "By one account" },
  { name: "perAddress", label: "From one address" },
  { name: "windowSeconds", label: "In seconds" },
] as const;

export function LimitForm({ limit, usual }: Props) {
  const router = useRouter();
  const { formRef, ...sending } = useSend(["perActor", "perAddress", "windowSeconds"]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [perActor, perAddress, windowSeconds] = fields.map(({ name }) => Number(textOf(form, name))) as [number, number, number];
    void sending.send(() => api.PUT("/api/v1/rate-limits/{limitClass}", { params: { path: { limitClass: limit.limitClass } }, body: { perActor, perAddress, windowSeconds } }), () => {
      notify.done(`${limit.limitClass}: the new limit holds.`);
      router.refresh();
    });
  };
  const other = limit.perActor !== usual.perActor || limit.perAddress !== usual.perAddress || limit.windowSeconds !== usual.windowSeconds;
  return (
    <li className="border-t border-line py-4">
      <form ref={formRef} onSubmit={submit} noValidate aria-label={`Limit for ${limit.limitClass}`} className="grid grid-cols-3 items-end gap-3 lg:grid-cols-[1fr_150px_150px_150px_96px]">
        <div className="col-span-3 self-center lg:col-span-1">
          <h2 className="flex items-center gap-2 font-semibold">
            {limit.limitClass}
            {limit.changed && <Chip tone={other ? "held" : "plain"}>set by an administrator</Chip>}
          </h2>
          <p className="num text-soft">{other ? `Usually ${usual.perActor} and ${usual.perAddress} in ${usual.windowSeconds} s. ` : ""}{usual.note}</p>
          {sending.general && (
            <p role="alert" className="text-danger">
              {sending.general}
            </p>
          )}
        </div>
        {fields.map(({ name, label }) => (
          <Field key={name} label={label} error={sending.error(name)}>
            {(control) => <Input {...control} name={name} type="number" inputMode="numeric" min={1} step={1} required defaultValue={limit[name]} className="num text-small" />}
          </Field>
        ))}
        <Button type="submit" className="max-lg:col-span-3" pending={sending.pending}>
          Set
        </Button>
      </form>
    </li>
  );
}
