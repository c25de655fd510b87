"use client";

import { useRouter } from "next/navigation";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { notify } from "@/app/_ui/overlays/toast";

/** Says how documents come now, and changes it with one press. */
export function ConsentForm({ given, text }: { given: boolean; text: string }) {
  const router = useRouter();
  const { send, pending, general } = useSend();
  const change = () =>
    void send(() => api.PUT("/api/v1/tax-consent", { body: { given: !given } }), () => {
      notify.done(given ? "Documents will come on paper." : "Documents will come by mail with a link.");
      router.refresh();
    });
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-soft">{given ? "A mail with a link, as soon as they are there. Nothing on paper." : text}</p>
      <Button onClick={change} pending={pending} pendingText="Saving…">
        {given ? "Send them on paper instead" : "I agree: send me a link"}
      </Button>
      {general && (
        <p role="alert" className="text-small text-danger">
          {general}
        </p>
      )}
    </div>
  );
}
