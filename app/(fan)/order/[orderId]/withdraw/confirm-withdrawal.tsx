"use client";

import { useRouter } from "next/navigation";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Notice } from "@/app/_ui/surfaces/notice";

export function ConfirmWithdrawal({ orderId }: { orderId: string }) {
  const router = useRouter();
  const { pending, send, general } = useSend();
  return (
    <div className="grid gap-3">
      {general && (
        <div role="alert">
          <Notice tone="danger" title={general} />
        </div>
      )}
      <Button variant="strong" size="large" pending={pending} pendingText="One moment…" onClick={() => void send(() => api.POST("/api/v1/orders/{orderId}/withdrawal", { params: { path: { orderId } } }), () => router.refresh())}>
        Confirm withdrawal
      </Button>
    </div>
  );
}
