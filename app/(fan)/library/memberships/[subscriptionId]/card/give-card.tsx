"use client";

import { useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Notice } from "@/app/_ui/surfaces/notice";

/** To the provider's page and back here. */
export function GiveCard({ subscriptionId }: { subscriptionId: string }) {
  const [leaving, setLeaving] = useState(false);
  const { pending, send, keyFor, general } = useSend();
  const go = () =>
    void send(
      () => api.POST("/api/v1/subscriptions/{subscriptionId}/card-updates", { params: { path: { subscriptionId }, header: { "Idempotency-Key": keyFor(subscriptionId) } } }),
      (update) => {
        if (!update?.url) return;
        setLeaving(true);
        window.location.assign(update.url);
      },
    );
  return (
    <div className="grid gap-3">
      {general && (
        <div role="alert">
          <Notice tone="danger" title={general} />
        </div>
      )}
      <Button variant="primary" size="large" pending={pending || leaving} pendingText="Opening the card page…" onClick={go}>
        Put in a card
      </Button>
    </div>
  );
}
