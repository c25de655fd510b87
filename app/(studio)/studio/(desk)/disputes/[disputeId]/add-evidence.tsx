"use client";

import { Paperclip } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Textarea } from "@/app/_ui/forms/textarea";
import { notify } from "@/app/_ui/overlays/toast";
import { Card } from "@/app/_ui/surfaces/card";
import { LocalMoment } from "@/app/_ui/time/local-moment";
import { AddFile } from "./add-file";

type Addition = { id: string; text: string | null; fileName: string | null; ready: boolean };
export type Limits = { mostText: number; mostFiles: number; mostBytes: number; types: readonly string[] };
type Props = { disputeId: string; answerBy: string; additions: Addition[]; limits: Limits };

/** Where a creator says what only they know, until the clock has run out. */
export function AddEvidence({ disputeId, answerBy, additions, limits }: Props) {
  const router = useRouter();
  const [text, setText] = useState("");
  const { send, pending, error, general, formRef, keyFor } = useSend(["text"]);
  const add = () =>
    void send(() => api.POST("/api/v1/disputes/{disputeId}/evidence", { params: { path: { disputeId }, header: { "Idempotency-Key": keyFor({ text }) } }, body: { text } }), () => {
      setText("");
      notify.done("Added. It goes to the bank with the rest.");
      router.refresh();
    });
  const kept = additions.filter(({ ready }) => ready);
  return (
    <Card as="section" aria-labelledby="add">
      <h2 id="add" className="font-semibold">
        Do you know more?
      </h2>
      <p className="mt-1 mb-4 text-soft">
        Add it by <LocalMoment date={answerBy} className="font-semibold text-ink" />. Then it is decided, and what is there goes to the bank. You need not: we have put together what happened here.
      </p>
      <form
        ref={formRef}
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field label="In your words" hint="Did they write to you, ask for something, come to a show? Dates help. The bank reads it as it is." error={error("text")}>
          {(control) => <Textarea {...control} name="text" value={text} onChange={(event) => setText(event.target.value)} maxLength={limits.mostText} rows={4} />}
        </Field>
        {general && (
          <p role="alert" className="text-small text-danger">
            {general}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" pending={pending} pendingText="Adding…">
            Add these words
          </Button>
          <AddFile disputeId={disputeId} limits={limits} />
        </div>
      </form>
      {kept.length > 0 && (
        <ul aria-label="Added by you" className="mt-5 grid text-small">
          {kept.map(({ id, text: words, fileName }) => (
            <li key={id} className="flex gap-2 border-t border-line py-2.5">
              {fileName !== null && <Paperclip aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-soft" />}
              <span dir="auto" className="wrap-anywhere whitespace-pre-line">
                {words ?? fileName}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
