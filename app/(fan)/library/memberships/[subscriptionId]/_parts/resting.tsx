"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { AmountChoice } from "@/app/_ui/forms/amount-choice";
import { Notice } from "@/app/_ui/surfaces/notice";
import { DateTime } from "@/app/_ui/time/date-time";

type Props = { subscriptionId: string; pause: { startsAt: string; resumesAt: string } | null; /** "December 24, 2026" */ until: string; longest: number };

/** A rest of some months, and the way out of it. */
export function Resting({ subscriptionId, pause, until, longest }: Props) {
  const router = useRouter();
  const [months, setMonths] = useState(1);
  const { pending, send, general } = useSend();
  const at = { params: { path: { subscriptionId } } };
  const done = () => router.refresh();
  return (
    <div className="grid gap-3">
      {pause ? (
        <>
          <p className="text-small">
            Rests from <DateTime date={pause.startsAt} />. Goes on by itself on <DateTime date={pause.resumesAt} />; we write to you three days before.
          </p>
          <Button size="small" pending={pending} className="justify-self-start" onClick={() => void send(() => api.DELETE("/api/v1/subscriptions/{subscriptionId}/pause", at), done)}>
            Take the pause back
          </Button>
        </>
      ) : (
        <>
          <p className="text-small text-soft">What you paid for stays open until {until}. Then nothing is charged and nothing is open, until it goes on by itself.</p>
          <fieldset>
            <legend className="sr-only">For how many months?</legend>
            <div className="grid grid-cols-3 gap-2.5">
              {Array.from({ length: longest }, (_, i) => i + 1).map((count) => (
                <AmountChoice key={count} name="months" checked={months === count} onChange={() => setMonths(count)} label={count === 1 ? "1 month" : `${count} months`} />
              ))}
            </div>
          </fieldset>
          <Button size="small" pending={pending} pendingText="Pausing…" className="justify-self-start" onClick={() => void send(() => api.POST("/api/v1/subscriptions/{subscriptionId}/pause", { ...at, body: { months } }), done)}>
            Pause from {until}
          </Button>
        </>
      )}
      {general && <Notice tone="danger" title={general} />}
    </div>
  );
}
