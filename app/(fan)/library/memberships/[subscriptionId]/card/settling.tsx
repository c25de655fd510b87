"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { api, problemOf } from "@/app/_client/api";
import { Button } from "@/app/_ui/controls/button";
import { Spinner } from "@/app/_ui/controls/spinner";
import { Notice } from "@/app/_ui/surfaces/notice";

const askEveryMs = 2_000;
const tries = 15;

/** Back from the provider's page: asks until the card is there and what was overdue has been tried. */
export function Settling({ cardUpdateId }: { cardUpdateId: string }) {
  const router = useRouter();
  const [round, setRound] = useState(0);
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    const stop = new AbortController();
    const ask = async (left: number): Promise<void> => {
      const { data, error } = await api.POST("/api/v1/card-updates/{cardUpdateId}/confirmation", { params: { path: { cardUpdateId } }, signal: stop.signal }).catch((thrown: unknown) => ({ data: undefined, error: thrown }));
      if (stop.signal.aborted) return;
      if (data && data.state !== "open") router.refresh();
      else if (left > 0) timer = setTimeout(() => void ask(left - 1), askEveryMs);
      else setTrouble(error ? problemOf(error).detail : "The card page is still open. If you did not finish it, start again.");
    };
    let timer = setTimeout(() => void ask(tries), 0);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [cardUpdateId, round, router]);
  return (
    <div aria-live="polite">
      {trouble ? (
        <Notice tone="held" title={trouble} action={<Button size="small" onClick={() => { setTrouble(undefined); setRound(round + 1); }}>Ask again</Button>} />
      ) : (
        <p className="flex items-center gap-3 text-soft">
          <Spinner className="size-5 shrink-0" />
          We are taking in your card.
        </p>
      )}
    </div>
  );
}
