"use client";

import { Check, Link2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { notify } from "@/app/_ui/overlays/toast";
import { Notice } from "@/app/_ui/surfaces/notice";

/** The link that brings the code along; where nothing may be copied, it is shown to be copied by hand. */
export function CopyLink({ code, link }: { code: string; link: string }) {
  const [state, setState] = useState<"ready" | "copied" | "shown">("ready");
  const copy = () => void navigator.clipboard.writeText(link).then(() => setState("copied"), () => setState("shown"));
  if (state === "shown") return <input readOnly aria-label={`The link with ${code}`} value={link} onFocus={(event) => event.target.select()} className="h-9 min-w-0 flex-1 rounded-m border border-line bg-surface px-3 text-small" />;
  return (
    <Button size="small" onClick={copy} aria-label={`Copy the link with ${code}`}>
      {state === "copied" ? <Check aria-hidden="true" /> : <Link2 aria-hidden="true" />}
      <span aria-live="polite">{state === "copied" ? "Copied" : "Copy a link"}</span>
    </Button>
  );
}

export function ArchiveCode({ promotionId, code, redeemed }: { promotionId: string; code: string; redeemed: number }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { pending, send, general } = useSend();
  const archive = () =>
    void send(
      () => api.PUT("/api/v1/promotions/{promotionId}/archival", { params: { path: { promotionId } } }),
      () => {
        notify.done(`${code} is archived. Nobody new can redeem it.`);
        router.refresh();
      },
    );
  if (!asking) return <Button size="small" variant="quiet" aria-label={`Archive ${code}`} onClick={() => setAsking(true)}>Archive…</Button>;
  return (
    <div role="group" aria-label={`Archive ${code}?`} className="grid w-full gap-3 rounded-m border border-line p-3.5">
      <p className="text-small">
        <b className="font-semibold">Archive {code}?</b> It cannot be opened again. {redeemed > 0 && "Those who redeemed it keep what it takes off. "}A payment page that is open may still be paid on.
      </p>
      {general && <Notice tone="danger" title={general} />}
      <div className="flex flex-wrap gap-2">
        <Button size="small" autoFocus onClick={() => setAsking(false)}>
          Keep it
        </Button>
        <Button size="small" variant="danger" pending={pending} pendingText="Archiving…" onClick={archive}>
          Archive
        </Button>
      </div>
    </div>
  );
}
