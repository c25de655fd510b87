"use client";

import { useRouter } from "next/navigation";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";

/** The one press that makes it one's own. */
export function TakeGift({ code }: { code: string }) {
  const router = useRouter();
  const { pending, send, general } = useSend();
  return (
    <>
      <Button variant="primary" size="large" pending={pending} pendingText="One moment…" onClick={() => void send(() => api.POST("/api/v1/gifts/redemption", { body: { code } }), () => router.refresh())}>
        Take it
      </Button>
      {general && (
        <p role="alert" className="basis-full text-small text-danger">
          {general}
        </p>
      )}
    </>
  );
}
