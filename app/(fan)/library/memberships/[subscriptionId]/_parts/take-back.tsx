"use client";

import { useRouter } from "next/navigation";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Notice } from "@/app/_ui/surfaces/notice";
import { DateTime } from "@/app/_ui/time/date-time";
import { formatMoney } from "@/lib/platform/money/format";

type Props = { subscriptionId: string; change: { state: "paying" | "scheduled"; tierName: string; amount: number; interval: "month" | "year"; takesEffectAt: string }; currency: string };

/** A change that does not hold yet: what it will be, and the way back. */
export function TakeBack({ subscriptionId, change: { state, tierName, amount, interval, takesEffectAt }, currency }: Props) {
  const router = useRouter();
  const { pending, send, general } = useSend();
  const say = `${tierName}, ${formatMoney({ amount, currency })} a ${interval}`;
  if (state === "paying") return <p className="text-small text-soft">Your change to {say} waits for its payment. Until it is paid nothing changes; unpaid, it lapses within a day.</p>;
  const back = () => void send(() => api.DELETE("/api/v1/subscriptions/{subscriptionId}/change", { params: { path: { subscriptionId } } }), () => router.refresh());
  return (
    <>
      <p>
        From <DateTime date={takesEffectAt} /> on: <b className="font-semibold">{say}</b>
      </p>
      <Button size="small" pending={pending} pendingText="Taking it back…" onClick={back} className="justify-self-start">
        Take the change back
      </Button>
      {general && <Notice tone="danger" title={general} />}
    </>
  );
}
