"use client";

import { useState } from "react";
import { api, problemOf } from "@/app/_client/api";
import type { Terms } from "@/lib/commerce/promotions/count";

/** A code that was looked up, with what it takes off. */
export type Offer = Terms & { code: string; words: string };
/** What came with the address: a code that holds, or one that does not and why. */
export type CodeAsked = { offer: Offer | null; text: string; problem: string | undefined };

/** The code on the sheet: typed, looked up, kept or taken out again. What is typed is never lost. */
export function useCode(creatorId: string, asked: CodeAsked) {
  const [{ offer, text, problem }, setCode] = useState(asked);
  const [looking, setLooking] = useState(false);
  const lookUp = async () => {
    const typed = text.trim();
    if (typed === "" || looking) return;
    setLooking(true);
    const { data, error } = await api.GET("/api/v1/creators/{creatorId}/promotion", { params: { path: { creatorId }, query: { code: typed } } }).catch((thrown: unknown) => ({ data: undefined, error: thrown }));
    const said = error === undefined ? undefined : problemOf(error);
    // Another was typed meanwhile: this answer is about none that stands there.
    setCode((now) => (now.text.trim() === typed ? { offer: data ?? null, text: data?.code ?? now.text, problem: data ? undefined : (said?.invalidParams?.[0]?.reason ?? said?.detail ?? "We could not look this code up. Try again.") } : now));
    setLooking(false);
  };
  return {
    offer,
    text,
    problem,
    looking,
    /** Something is typed that nobody has looked up yet. */
    waiting: offer === null && problem === undefined && text.trim() !== "",
    lookUp,
    type: (next: string) => setCode({ offer: null, text: next, problem: undefined }),
    takeOut: () => setCode({ offer: null, text: "", problem: undefined }),
  };
}
