"use client";

import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { Textarea } from "@/app/_ui/forms/textarea";
import type { Composing } from "./use-composer";

export function Writing({ composing: { words, set, sending }, focus }: { composing: Composing; focus: boolean }) {
  return (
    <>
      <Field label="Title" optional error={sending.error("title")}>
        {(control) => <Input {...control} name="title" value={words.title} maxLength={140} onChange={(event) => set({ title: event.target.value })} className="display h-14 text-[26px]" />}
      </Field>
      <Field label="Words" optional error={sending.error("body")}>
        {(control) => <Textarea {...control} autoFocus={focus} name="body" rows={6} value={words.body} maxLength={20_000} onChange={(event) => set({ body: event.target.value })} className="min-h-40" placeholder="How it came about, what to listen for" />}
      </Field>
    </>
  );
}
