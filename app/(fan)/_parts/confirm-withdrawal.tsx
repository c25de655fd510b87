"use client";

import { useRouter } from "next/navigation";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Notice } from "@/app/_ui/surfaces/notice";

type Contract = { subscriptionId: string } | { orderId: string };

const withdraw = (contract: Contract) =>
  "orderId" in contract ? api.POST("/api/v1/orders/{orderId}/withdrawal", { params: { path: contract } }) : api.POST("/api/v1/subscriptions/{subscriptionId}/withdrawal", { params: { path: contract } });

/** The button that withdraws from a membership or a purchase; the page then says what has become of it. */
export function ConfirmWithdrawal({ contract }: { contract: Contract }) {
  const router = useRouter();
  const { pending, send, general } = useSend();
  return (
    <div className="grid gap-3">
      {general && (
        <div role="alert">
          <Notice tone="danger" title={general} />
        </div>
      )}
      <Button variant="strong" size="large" pending={pending} pendingText="One moment…" onClick={() => void send(() => withdraw(contract), () => router.refresh())}>
        Confirm withdrawal
      </Button>
    </div>
  );
}
