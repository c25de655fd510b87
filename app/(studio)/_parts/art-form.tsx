"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/app/_client/api";
import { artOf } from "@/app/_client/media";
import { refusalOf, uploadMedia } from "@/app/_client/upload-media";
import { useSend } from "@/app/_client/use-send";
import { fileSize } from "@/app/_ui/forms/send-file";
import { Art } from "@/app/_ui/surfaces/art";
import { DropZone } from "../_composer/drop-zone";

type Props = { creatorId: string; name: string; artMediaId: string | null; accent: string | null };
type State = { step: "idle" } | { step: "sending" | "checking"; src: string; sent: number; bytes: number } | { step: "refused"; reason: string; name: string };

const accept = "image/jpeg,image/png,image/webp,image/gif,image/avif";

/** The picture that stands for someone: sent, checked, and put on the page in one go. */
export function ArtForm({ creatorId, name, artMediaId, accent }: Props) {
  const router = useRouter();
  const sending = useSend();
  const [state, setState] = useState<State>({ step: "idle" });

  const take = async ([file]: File[]) => {
    if (!file) return;
    const refusal = refusalOf(file, "picture");
    if (refusal) {
      setState({ step: "refused", name: file.name, reason: refusal });
      return;
    }
    const going = { src: URL.createObjectURL(file), bytes: file.size };
    setState({ step: "sending", sent: 0, ...going });
    try {
      const ready = await uploadMedia(file, {
        kind: "picture",
        altText: `Art of ${name}`,
        key: crypto.randomUUID(),
        signal: new AbortController().signal,
        onProgress: (sent) => setState({ step: "sending", sent, ...going }),
        onStep: (step) => setState({ step, sent: step === "checking" ? file.size : 0, ...going }),
      });
      await sending.send(() => api.PATCH("/api/v1/creators/{creatorId}", { params: { path: { creatorId } }, body: { artMediaId: ready.id } }), () => router.refresh());
      setState({ step: "idle" });
    } catch (error) {
      setState({ step: "refused", name: file.name, reason: error instanceof Error ? error.message : "It did not go through." });
    }
  };

  return (
    <div className="grid gap-4 sm:grid-cols-[180px_1fr] sm:items-center">
      <Shown state={state} artMediaId={artMediaId} accent={accent} name={name} />
      <div className="grid gap-2.5">
        <DropZone slim accept={accept} label={artMediaId ? "Drop another picture here" : "Drop your picture here"} hint="Upright shows best. JPEG, PNG, WebP, GIF or AVIF, up to 20 MB." onFiles={(files) => void take(files)} />
        <Progress state={state} />
        {(state.step === "refused" || sending.general) && (
          <p role="alert" className="text-small text-danger">
            {state.step === "refused" ? `${state.name}: ${state.reason}` : sending.general}
          </p>
        )}
      </div>
    </div>
  );
}

function Shown({ state, artMediaId, accent, name }: { state: State } & Omit<Props, "creatorId">) {
  const shape = "aspect-4/5 w-full max-w-[180px] rounded-m";
  // eslint-disable-next-line @next/next/no-img-element -- a file of this device
  if (state.step === "sending" || state.step === "checking") return <img src={state.src} alt="" className={`${shape} object-cover opacity-60`} />;
  if (artMediaId) return <Art art={artOf(artMediaId, accent)} alt={`Art of ${name}`} sizes="180px" className={shape} />;
  return <div className={`${shape} grid place-items-center border border-line bg-raised p-4 text-center text-small text-soft`}>Your art</div>;
}

function Progress({ state }: { state: State }) {
  if (state.step !== "sending" && state.step !== "checking") return null;
  const percent = state.bytes ? Math.floor((state.sent / state.bytes) * 100) : 0;
  return (
    <div>
      <p role="status" className="num text-small text-soft">
        {state.step === "checking" ? "All here. Preparing the picture…" : `${fileSize(state.sent)} of ${fileSize(state.bytes)}`}
      </p>
      <div role="progressbar" aria-label="Sending the picture" aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className="mt-1.5 h-1 overflow-hidden rounded-full bg-line">
        <div className="h-full bg-ink transition-[width]" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
