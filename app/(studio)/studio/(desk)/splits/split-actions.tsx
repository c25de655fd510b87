"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { notify } from "@/app/_ui/overlays/toast";
import { Notice } from "@/app/_ui/surfaces/notice";

/** Yes or no to an offer. */
export function Answer({ splitId, name, part }: { splitId: string; name: string; part: string }) {
  const router = useRouter();
  const { pending, send, general } = useSend();
  const path = { params: { path: { splitId } } };
  const done = (text: string) => () => {
    notify.done(text);
    router.refresh();
  };
  return (
    <div className="grid gap-3 md:col-span-2">
      {general && (
        <div role="alert">
          <Notice tone="danger" title={general} />
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="primary" pending={pending} aria-label={`Accept ${part} from ${name}`} onClick={() => void send(() => api.PUT("/api/v1/splits/{splitId}/acceptance", path), done(`You have ${part} from now on.`))}>
          Accept
        </Button>
        <Button size="small" pending={pending} aria-label={`Decline ${part} from ${name}`} onClick={() => void send(() => api.DELETE("/api/v1/splits/{splitId}", path), done("Declined."))}>
          Decline
        </Button>
      </div>
    </div>
  );
}

type Words = { ask: string; title: string; text: string; keep: string; yes: string; done: string };

/** The end of a split or of an offer, asked once more. */
export function End({ splitId, words }: { splitId: string; words: Words }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { pending, send, general } = useSend();
  const end = () =>
    void send(
      () => api.DELETE("/api/v1/splits/{splitId}", { params: { path: { splitId } } }),
      () => {
        notify.done(words.done);
        router.refresh();
      },
    );
  if (!asking) return <Button size="small" className="justify-self-start md:col-span-2" onClick={() => setAsking(true)}>{words.ask}</Button>;
  return (
    <div role="group" aria-label={words.title} className="grid gap-3 rounded-m border border-line p-3.5 md:col-span-2">
      <p className="text-small">
        <b className="font-semibold">{words.title}</b> {words.text}
      </p>
      {general && <Notice tone="danger" title={general} />}
      <div className="flex flex-wrap gap-2">
        <Button size="small" autoFocus onClick={() => setAsking(false)}>
          {words.keep}
        </Button>
        <Button size="small" variant="danger" pending={pending} onClick={end}>
          {words.yes}
        </Button>
      </div>
    </div>
  );
}
