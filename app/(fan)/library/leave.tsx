"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/app/_client/api";
import type { paths } from "@/app/_client/schema";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Select } from "@/app/_ui/forms/select";
import { Textarea } from "@/app/_ui/forms/textarea";
import { Notice } from "@/app/_ui/surfaces/notice";

type Why = paths["/api/v1/subscriptions/{subscriptionId}/cancellation"]["post"]["requestBody"]["content"]["application/json"];
type Props = { subscriptionId: string; name: string; cancelled: boolean; /** "December 24, 2026" */ until: string; reasons: Reason[] };
type Reason = { value: string; label: string };

/** Two taps, no guilt; and the way back while the month lasts. */
export function Leave({ subscriptionId, name, cancelled, until, reasons }: Props) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { pending, send, general } = useSend();
  const at = { params: { path: { subscriptionId } } };
  const done = () => {
    setAsking(false);
    router.refresh();
  };
  const stay = () => void send(() => api.DELETE("/api/v1/subscriptions/{subscriptionId}/cancellation", at), done);
  const leave = (why: Why) => void send(() => api.POST("/api/v1/subscriptions/{subscriptionId}/cancellation", { ...at, body: why }), done);
  return (
    <div className="mt-2.5 grid gap-3">
      {cancelled && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="font-semibold">Ends on {until}.</p>
          <Button size="small" pending={pending} onClick={stay}>
            Keep membership<span className="sr-only">with {name}</span>
          </Button>
        </div>
      )}
      {!cancelled && !asking && (
        <Button size="small" className="justify-self-start" onClick={() => setAsking(true)}>
          Cancel<span className="sr-only">{name}</span>
        </Button>
      )}
      {!cancelled && asking && <Asking until={until} reasons={reasons} pending={pending} onLeave={leave} onStay={() => setAsking(false)} />}
      {general && <Notice tone="danger" title={general} />}
    </div>
  );
}

function Asking({ until, reasons, pending, onLeave, onStay }: { until: string; reasons: Reason[]; pending: boolean; onLeave: (why: Why) => void; onStay: () => void }) {
  const [because, setBecause] = useState("");
  const [reason, setReason] = useState("");
  const why = () => ({ ...(because ? { because: because as NonNullable<Why["because"]> } : {}), ...(reason.trim() ? { reason: reason.trim() } : {}) });
  return (
    <div className="grid gap-3 border-t border-line pt-3">
      <p className="text-small">Everything stays open until {until}. Nothing more is charged.</p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="strong" autoFocus pending={pending} pendingText="Cancelling…" onClick={() => onLeave(why())}>
          Cancel membership
        </Button>
        <Button size="small" variant="plain" onClick={onStay}>
          Keep it
        </Button>
      </div>
      <Field label="Why, if you like" hint="They see how often each was said, never by whom." optional>
        {(control) => <Select {...control} value={because} onChange={(event) => setBecause(event.target.value)} options={[{ value: "", label: "Rather not say" }, ...reasons]} />}
      </Field>
      {because !== "" && (
        <Field label="In your words" hint="For our figures only." optional>
          {(control) => <Textarea {...control} rows={1} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
      )}
    </div>
  );
}
