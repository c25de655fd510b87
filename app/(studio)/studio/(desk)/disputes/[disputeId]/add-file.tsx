"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { api, problemOf } from "@/app/_client/api";
import { Button } from "@/app/_ui/controls/button";
import { fileSize, sendFile } from "@/app/_ui/forms/send-file";
import { notify } from "@/app/_ui/overlays/toast";
import type { Limits } from "./add-evidence";

type FileType = "application/pdf" | "image/jpeg" | "image/png";

/** Announces a file, sends it, and has it looked at. @throws Error with the reason, for the person */
async function upload(disputeId: string, file: File, onProgress: (sent: number) => void): Promise<void> {
  const refused = (error: unknown): Error => new Error(problemOf(error).detail);
  const announced = await api.POST("/api/v1/disputes/{disputeId}/evidence-files", { params: { path: { disputeId }, header: { "Idempotency-Key": crypto.randomUUID() } }, body: { fileName: file.name.slice(0, 120), contentType: file.type as FileType, bytes: file.size } });
  if (!announced.data) throw refused(announced.error);
  const { addition, upload: target } = announced.data;
  await sendFile(file, target, { onProgress: (sent, total) => onProgress(total > 0 ? Math.round((100 * sent) / total) : 0) });
  const done = await api.POST("/api/v1/disputes/{disputeId}/evidence-files/{disputeAdditionId}/completion", { params: { path: { disputeId, disputeAdditionId: addition.id } } });
  if (!done.data) throw refused(done.error);
}

function refusalOf({ type, size }: File, { types, mostBytes }: Limits): string | undefined {
  if (!types.includes(type)) return "Send a PDF, a JPEG or a PNG: banks open nothing else.";
  if (size === 0) return "This file is empty.";
  return size > mostBytes ? `${fileSize(size)} is too large. Banks take ${fileSize(mostBytes)} at most.` : undefined;
}

export function AddFile({ disputeId, limits }: { disputeId: string; limits: Limits }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState<number>();
  const [wrong, setWrong] = useState<string>();

  async function take(file: File) {
    const refusal = refusalOf(file, limits);
    setWrong(refusal);
    if (refusal) return;
    setSent(0);
    try {
      await upload(disputeId, file, setSent);
      notify.done(`${file.name} goes to the bank with the rest.`);
      router.refresh();
    } catch (error) {
      setWrong(error instanceof Error ? error.message : "The file did not arrive. Try again.");
    } finally {
      setSent(undefined);
    }
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        accept={limits.types.join(",")}
        className="sr-only"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void take(file);
          event.target.value = "";
        }}
      />
      <Button pending={sent !== undefined} pendingText={`Sending… ${sent ?? 0} %`} onClick={() => input.current?.click()}>
        Add a file
      </Button>
      <p role="status" className={wrong ? "basis-full text-small text-danger" : "basis-full text-small text-soft"}>
        {wrong ?? `A letter, a screenshot: PDF, JPEG or PNG, up to ${limits.mostFiles} files of ${fileSize(limits.mostBytes)}.`}
      </p>
    </>
  );
}
