"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { formatDate } from "@/app/_ui/date-format";
import { Card } from "@/app/_ui/surfaces/card";
import { Notice } from "@/app/_ui/surfaces/notice";
import { formatMoney } from "@/lib/platform/money/format";

export interface Seen {
  wish: { tierId: string; amount: number; currency: "usd"; interval: "month" | "year" };
  tierName: string;
  preview: { when: "now" | "later"; lines: { label: string; amount: number }[]; dueToday: number; nextAmount: number; nextAt: string; interval: "month" | "year"; currency: string; countedAt: string; tooLittle: boolean };
}
type Props = { subscriptionId: string; seen: Seen; /** What was shown holds no more. */ onMoved: () => void };

/** What is charged today and next time, line by line, and the yes to exactly that. */
export function Confirm({ subscriptionId, seen: { wish, tierName, preview }, onMoved }: Props) {
  const router = useRouter();
  const [payUrl, setPayUrl] = useState<string>();
  const { pending, send, keyFor, general } = useSend();
  const say = (amount: number) => formatMoney({ amount, currency: preview.currency });
  const body = { ...wish, dueToday: preview.dueToday, countedAt: preview.countedAt };
  const confirm = () =>
    void send(
      () => api.POST("/api/v1/subscriptions/{subscriptionId}/change", { params: { path: { subscriptionId }, header: { "Idempotency-Key": keyFor(body) } }, body }),
      (change) => {
        if (change?.payUrl) { setPayUrl(change.payUrl); return; }
        router.push(`/library/memberships/${subscriptionId}`);
        router.refresh();
      },
    );
  if (payUrl) return <Notice tone="held" title="Your bank has not let the payment through yet." action={<a href={payUrl} className="link font-semibold">To the payment page</a>}>Nothing has changed so far. Pay on the payment page, with another card if you like; the change then holds at once.</Notice>;
  const day = formatDate(new Date(preview.nextAt));
  return (
    <Card as="section" aria-labelledby="costs" className="grid gap-4">
      <h2 id="costs" tabIndex={-1} ref={focusFirst} className="display text-head outline-none">
        {preview.when === "now" ? "From today on" : `From ${day} on`}: <bdi>{tierName}</bdi>
      </h2>
      <dl className="num grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5">
        {preview.lines.map((line) => (
          <Row key={`${line.label}${line.amount}`} label={line.label} value={say(line.amount)} />
        ))}
        <Row label="Today" value={say(preview.dueToday)} strong />
        <Row label={`On ${day}, then each ${preview.interval}`} value={say(preview.nextAmount)} />
      </dl>
      {preview.when === "later" && <p className="text-small text-soft">{preview.tooLittle && "What is left of this time would cost less than a card can pay, so nothing is charged for it. "}Until {day} everything stays as you paid for it. Until then you can take this back.</p>}
      {general && (
        <div role="alert">
          <Notice tone="danger" title={general} action={<Button size="small" onClick={onMoved}>Look again</Button>} />
        </div>
      )}
      <Button variant="primary" size="large" pending={pending} pendingText="One moment…" onClick={confirm}>
        {preview.dueToday > 0 ? `Pay ${say(preview.dueToday)} and change` : preview.when === "now" ? "Change now" : `Change from ${day}`}
      </Button>
    </Card>
  );
}

/** Whoever asked what it costs is led to the answer. */
const focusFirst = (element: HTMLElement | null) => element?.focus();

function Row({ label, value, strong = false }: { label: string; value: string; strong?: boolean }) {
  return (
    <>
      <dt className={strong ? "border-t border-line pt-1.5 font-semibold" : "text-soft"}>{label}</dt>
      <dd className={strong ? "border-t border-line pt-1.5 text-right font-semibold" : "text-right text-soft"}>{value}</dd>
    </>
  );
}
