"use client";

import { useRouter } from "next/navigation";
import { useState, type SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { Notice } from "@/app/_ui/surfaces/notice";

/** "Inês Prado" → "inesprado". */
function handleFrom(name: string): string {
  return name.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/gu, "").slice(0, 30);
}

export function NameStep({ displayName }: { displayName: string }) {
  const router = useRouter();
  const { formRef, ...sending } = useSend(["name", "handle"]);
  const [name, setName] = useState(displayName);
  const [own, setOwn] = useState<string>();
  const handle = own ?? handleFrom(name);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = { name, handle };
    void sending.send(() => api.POST("/api/v1/creators", { params: { header: { "Idempotency-Key": sending.keyFor(body) } }, body }), () => {
      router.push("/studio/welcome?step=art");
      router.refresh();
    });
  };
  return (
    <form ref={formRef} onSubmit={submit} noValidate className="grid gap-4.5">
      {sending.general && (
        <div role="alert">
          <Notice tone="danger" title={sending.general} />
        </div>
      )}
      <Field label="Name" error={sending.error("name")}>
        {(control) => <Input {...control} name="name" value={name} maxLength={60} required onChange={(event) => setName(event.target.value)} className="display h-14 text-[26px]" />}
      </Field>
      <Field label="Address" error={sending.error("handle")} hint={`Your page will be at directfanz.io/c/${handle || "…"}`}>
        {(control) => (
          <span className="relative block">
            <span aria-hidden="true" className="pointer-events-none absolute inset-y-0 left-3.5 hidden items-center text-soft sm:flex">
              directfanz.io/c/
            </span>
            <Input {...control} name="handle" value={handle} maxLength={30} required autoCapitalize="none" autoComplete="off" spellCheck={false} onChange={(event) => setOwn(event.target.value.toLowerCase())} className="sm:pl-[125px]" />
          </span>
        )}
      </Field>
      <Button type="submit" variant="primary" size="large" className="w-fit" pending={sending.pending} pendingText="One moment…">
        Create page
      </Button>
    </form>
  );
}
