"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/app/_client/api";
import type { paths } from "@/app/_client/schema";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Select } from "@/app/_ui/forms/select";
import { notify } from "@/app/_ui/overlays/toast";
import { Card } from "@/app/_ui/surfaces/card";
import { Notice } from "@/app/_ui/surfaces/notice";
import { formatMoney } from "@/lib/platform/money/format";

type PayoutStatus = paths["/api/v1/payout-account"]["get"]["responses"][200]["content"]["application/json"];

/** Where the money goes, when, and the button to have it now. */
export function AccountCard({ status }: { status: PayoutStatus }) {
  const { account } = status;
  return (
    <Card as="aside" className="grid gap-5">
      <Bank status={status} />
      {account?.complete && <Schedule key={`${account.schedule}${account.scheduleDay}`} schedule={account.schedule} day={account.scheduleDay} />}
      {account?.complete && status.next.pays !== null && <SendNow pays={status.next.pays} currency={status.currency} instant={account.instantAvailable} />}
    </Card>
  );
}

function Bank({ status: { account } }: { status: PayoutStatus }) {
  const sending = useSend();
  const open = () => sending.send(() => api.POST("/api/v1/payout-account"), (answer) => answer && window.location.assign(answer.url));
  const words = account === null ? "Say where it goes" : account.complete ? "Change it" : "Go on";
  return (
    <section aria-labelledby="where" className="grid gap-3">
      <h2 id="where" className="text-lead font-semibold">
        Where your money goes
      </h2>
      {account === null && <p className="text-small text-soft">Stripe pays you and checks who you are; it asks on a page of its own, and takes a few minutes. We never see your account number.</p>}
      {account && !account.complete && <p className="text-small text-soft">{account.needs.length > 0 ? `Stripe still needs something: ${account.needs.map(sayNeed).join(", ")}.` : account.bankLast4 ? "Stripe is looking at what you sent." : "You began to tell Stripe who you are. Go on where you stopped."}</p>}
      {account?.bankLast4 && (
        <p className="num">
          {account.bankName ?? "Bank account"} <span className="text-soft">ending in {account.bankLast4}</span>
        </p>
      )}
      {sending.general && (
        <div role="alert">
          <Notice tone="danger" title={sending.general} />
        </div>
      )}
      <Button variant={account?.complete ? undefined : "primary"} pending={sending.pending} pendingText="Opening Stripe…" onClick={() => void open()}>
        {words}
      </Button>
    </section>
  );
}

/** "individual.id_number" → "id number". */
const sayNeed = (code: string): string => (code.split(".").at(-1) ?? code).replaceAll("_", " ");

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
type Kind = "daily" | "weekly" | "monthly" | "manual";
const kinds: { value: Kind; label: string }[] = [
  { value: "daily", label: "Every day" },
  { value: "weekly", label: "Every week" },
  { value: "monthly", label: "Every month" },
  { value: "manual", label: "When I ask for it" },
];

function Schedule({ schedule, day }: { schedule: string; day: number }) {
  const router = useRouter();
  const sending = useSend(["schedule", "day"]);
  const [kind, setKind] = useState(kinds.find(({ value }) => value === schedule)?.value ?? "weekly");
  const [on, setOn] = useState(day);
  const days = kind === "weekly" ? weekdays.map((label, index) => ({ value: String(index + 1), label })) : Array.from({ length: 31 }, (_, index) => ({ value: String(index + 1), label: index === 30 ? "the last day" : `day ${index + 1}` }));
  const save = (next: Kind, nextDay: number) => {
    const body = next === "weekly" || next === "monthly" ? { schedule: next, day: next === "weekly" ? Math.min(nextDay, 7) : nextDay } : { schedule: next };
    return sending.send(() => api.PATCH("/api/v1/payout-account", { body }), () => {
      notify.done("Saved.");
      router.refresh();
    });
  };
  return (
    <section aria-label="When you are paid" className="grid gap-3 border-t border-line pt-5">
      <Field label="When you are paid" error={sending.general} hint="Sales wait seven days first; less than $10 is kept for the next time.">
        {(control) => (
          <Select
            {...control}
            value={kind}
            options={kinds}
            onChange={(event) => {
              const next = event.target.value as Kind;
              setKind(next);
              void save(next, on);
            }}
          />
        )}
      </Field>
      {(kind === "weekly" || kind === "monthly") && (
        <Field label="On">
          {(control) => (
            <Select
              {...control}
              value={String(kind === "weekly" ? Math.min(on, 7) : on)}
              options={days}
              onChange={(event) => {
                const next = Number(event.target.value);
                setOn(next);
                void save(kind, next);
              }}
            />
          )}
        </Field>
      )}
    </section>
  );
}

function SendNow({ pays, currency, instant }: { pays: number; currency: string; instant: boolean }) {
  const router = useRouter();
  const sending = useSend();
  const ask = (method: "standard" | "instant") =>
    sending.send(() => api.POST("/api/v1/payouts", { params: { header: { "Idempotency-Key": sending.keyFor({ method, pays }) } }, body: { method } }), () => {
      notify.done("On its way.");
      router.refresh();
    });
  return (
    <section aria-label="Have it now" className="grid gap-3 border-t border-line pt-5">
      <p className="text-small text-soft">{formatMoney({ amount: pays, currency })} can be sent now. The usual way takes about two days and costs nothing.</p>
      {sending.general && (
        <div role="alert">
          <Notice tone="held" title={sending.general} />
        </div>
      )}
      <Button pending={sending.pending} onClick={() => void ask("standard")}>
        Send it now
      </Button>
      {instant && (
        <Button pending={sending.pending} onClick={() => void ask("instant")}>
          Within minutes, for 1 % (50 cents at least)
        </Button>
      )}
    </section>
  );
}
