"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/controls/button";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Spinner } from "@/app/_ui/controls/spinner";

const askEveryMs = 2_000;
const giveUpAfterMs = 60_000;

type Props = { checkoutId: string; url: string | null; name: string; page: string };

/** Asks until it is decided, for a minute; then it says what is true. */
export function Confirming({ checkoutId, url, name, page }: Props) {
  const router = useRouter();
  const [round, setRound] = useState(0);
  const [silent, setSilent] = useState(false);

  useEffect(() => {
    const stop = new AbortController();
    const until = Date.now() + giveUpAfterMs;
    async function ask(): Promise<void> {
      const { data } = await api.POST("/api/v1/checkouts/{checkoutId}/confirmation", { params: { path: { checkoutId } }, signal: stop.signal }).catch(() => ({ data: undefined }));
      if (stop.signal.aborted) return;
      if (data && data.state !== "open") router.refresh();
      else if (Date.now() >= until) setSilent(true);
      else timer = setTimeout(() => void ask(), askEveryMs);
    }
    let timer = setTimeout(() => void ask(), 0);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [checkoutId, round, router]);

  const again = () => {
    setSilent(false);
    setRound(round + 1);
  };
  return (
    <div aria-live="polite">
      {silent ? (
        <>
          <h1 className="poster text-name lg:text-poster">No answer from the bank yet.</h1>
          <p className="mt-4 text-large text-soft">You need not wait here. If the payment went through, {name} opens by itself and the receipt comes by mail. If it did not, nothing is charged.</p>
        </>
      ) : (
        <>
          <h1 className="poster flex items-center gap-4 text-name lg:text-poster">
            <Spinner className="size-8 shrink-0" />
            One moment.
          </h1>
          <p className="mt-4 text-large text-soft">We are asking whether the payment went through.</p>
        </>
      )}
      <div className="mt-7 flex flex-wrap gap-3">
        {silent && (
          <Button variant="strong" onClick={again}>
            Ask again
          </Button>
        )}
        {url && (
          <a href={url} className="link self-center">
            Back to the payment page
          </a>
        )}
        {silent && <LinkButton href={page}>{`To ${name}`}</LinkButton>}
      </div>
    </div>
  );
}
