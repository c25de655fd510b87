"use client";

import { useRouter } from "next/navigation";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";

/** The one press that makes it one's own. */
export function TakeGift({ code, own }: { code: string; /** Whoever gave it looks at it themselves. */ own: boolean }) {
  const router = useRouter();
  const { pending, send, general } = useSend();
  return (
    <>
      <Button variant={own ? "quiet" : "primary"} size="large" pending={pending} pendingText="One moment…" onClick={() => void send(() => api.POST("/api/v1/gifts/redemption", { body: { code } }), () => router.refresh())}>
        {own ? "Take it myself" : "Take it"}
      </Button>
      {general && (
        <p role="alert" className="basis-full text-small text-danger">
          {general}
        </p>
      )}
    </>
  );
}
