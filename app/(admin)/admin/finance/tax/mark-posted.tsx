"use client";

import { useRouter } from "next/navigation";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { notify } from "@/app/_ui/overlays/toast";

/** Says that a document went out by post. Pressed twice it is said once. */
export function MarkPosted({ documentId }: { documentId: string }) {
  const router = useRouter();
  const { pending, send } = useSend();
  const post = async () => {
    const done = await send(() => api.PUT("/api/v1/tax-documents/{taxDocumentId}/posting", { params: { path: { taxDocumentId: documentId } } }));
    if (!done) { notify.failed("It could not be noted. Try again."); return; }
    notify.done("Noted as posted.");
    router.refresh();
  };
  return (
    <Button size="small" pending={pending} onClick={() => void post()}>
      Posted
    </Button>
  );
}
