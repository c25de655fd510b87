"use client";

import { useEffect, useRef, useState } from "react";
import { fieldError, problemOf, type Problem } from "./problem";

type Result<T> = { data?: T; error?: unknown; response: Response };

/** One key for one attempt: pressing twice, or trying again after a broken connection, is the same request. Other words are another. */
function useAttemptKey() {
  const kept = useRef<{ said: string; key: string }>(undefined);
  return {
    keyFor: (body: unknown): string => {
      const said = JSON.stringify(body);
      if (kept.current?.said !== said) kept.current = { said, key: crypto.randomUUID() };
      return kept.current.key;
    },
    forget: () => {
      kept.current = undefined;
    },
  };
}

/**
 * The life of one form: sent once at a time, what was wrong with it field by field, and the focus moved to the first of these.
 * `fields` are those that show their own complaint; what concerns none of them is in `general`.
 */
export function useSend(fields: string[] = []) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const busy = useRef(false);
  const [form, setForm] = useState<HTMLFormElement | null>(null);
  const { keyFor, forget } = useAttemptKey();

  useEffect(() => {
    if (problem) form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem, form]);

  /** Resolves to true when it went through. */
  async function send<T>(call: () => Promise<Result<T>>, onDone?: (data: T | undefined) => void | Promise<void>): Promise<boolean> {
    if (busy.current) return false;
    busy.current = true;
    setPending(true);
    const { data, error, response } = await call().catch((thrown: unknown): Result<T> => ({ error: thrown, response: Response.error() }));
    const failed = error !== undefined || !response.ok;
    setProblem(failed ? problemOf(error) : undefined);
    if (!failed) {
      forget();
      await onDone?.(data);
    }
    busy.current = false;
    setPending(false);
    return !failed;
  }

  const claimed = (name: string) => fields.some((field) => name === `body.${field}` || name.startsWith(`body.${field}.`));
  const loose = problem?.invalidParams?.filter(({ name }) => !claimed(name));
  const general = problem && (problem.invalidParams?.length ? loose?.map(({ reason }) => reason).join(" ") : problem.detail);
  return { formRef: setForm, pending, send, keyFor, general: general || undefined, error: (field: string) => fieldError(problem, field), problem, clear: () => setProblem(undefined) };
}
