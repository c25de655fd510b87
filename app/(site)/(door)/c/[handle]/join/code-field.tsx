"use client";

import { Tag } from "lucide-react";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import type { useCode } from "./use-code";

type Props = { code: ReturnType<typeof useCode>; /** Why it does not go with what is chosen, or was refused. */ complaint: string | undefined };

/** A code to type, behind one line; looked up, what it does and the way to take it out. */
export function CodeField({ code, complaint }: Props) {
  const { offer, text, problem, looking, lookUp, type, takeOut } = code;
  const wrong = complaint ?? problem;
  if (offer) {
    return (
      <div data-code tabIndex={-1} className="mt-5 rounded-m border border-line bg-surface p-3.5 outline-none">
        <div className="flex items-center gap-3">
          <Tag aria-hidden="true" className="size-5 shrink-0 text-accent" />
          <p role="status" className="min-w-0 flex-1">
            <b className="block font-semibold">{offer.code}</b>
            <span className="block text-small text-soft">{offer.words}</span>
          </p>
          <Button size="small" aria-label={`Take the code ${offer.code} out`} onClick={takeOut}>
            Take out
          </Button>
        </div>
        {wrong && (
          <p role="alert" className="mt-2 text-small text-danger">
            {wrong}
          </p>
        )}
      </div>
    );
  }
  return (
    <details className="mt-5" open={text !== "" || undefined}>
      <summary className="link w-fit list-none rounded-s py-0.5 text-small [&::-webkit-details-marker]:hidden">I have a code</summary>
      <div className="mt-2.5">
        <Field label="Code" error={wrong}>
          {(control) => (
            <span className="flex gap-2.5">
              <Input
                {...control}
                name="code"
                value={text}
                onChange={(event) => type(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== "Enter") return;
                  event.preventDefault();
                  void lookUp();
                }}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                maxLength={40}
                className="uppercase"
              />
              <Button pending={looking} pendingText="Looking…" onClick={() => void lookUp()}>
                Use it
              </Button>
            </span>
          )}
        </Field>
      </div>
    </details>
  );
}
