"use client";

import type { ReactNode } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Notice } from "@/app/_ui/surfaces/notice";
import { useLeaving } from "../c/[handle]/join/use-leaving";

type Thing = { kind: "post"; id: string } | { kind: "bundle"; id: string };
type Props = {
  thing: Thing;
  amount: number;
  /** This page, to come back to. */
  here: string;
  /** "Unlock for $5" */
  label: string;
  /** Nobody we know: they make an account when they press the button. */
  guest: boolean;
  /** Back from the payment page. */
  unpaid: boolean;
  /** What is bought, and where they live, as the server wrote it. */
  children: ReactNode;
};

/** The one button. What was wrong is said above it; what is left is for the provider's page. */
export function BuyForm({ thing, amount, here, label, guest, unpaid, children }: Props) {
  const { leaving, leaveTo } = useLeaving();
  const { formRef, pending, send, keyFor, general } = useSend();

  function pay(form: FormData) {
    if (guest) { leaveTo(`/sign-up?next=${encodeURIComponent(here)}`, here); return; }
    const body = { amount, currency: "usd" as const, ...residenceIn(form) };
    const header = { "Idempotency-Key": keyFor({ ...body, thing }) };
    void send(
      () => (thing.kind === "post" ? api.POST("/api/v1/posts/{postId}/orders", { params: { path: { postId: thing.id }, header }, body }) : api.POST("/api/v1/bundles/{bundleId}/orders", { params: { path: { bundleId: thing.id }, header }, body })),
      (order) => order && leaveTo(order.url ?? `/order/${order.id}`, `${here}?unpaid=1`),
    );
  }
  return (
    <form ref={formRef} noValidate onSubmit={(event) => { event.preventDefault(); pay(new FormData(event.currentTarget)); }} className="flex flex-1 flex-col">
      {unpaid && <div role="status" className="mb-4"><Notice title="Nothing was charged." /></div>}
      {children}
      <div className="mt-auto grid gap-3 pt-7">
        {general && <div role="alert"><Notice tone="held" title={general} /></div>}
        <Button type="submit" variant="primary" size="large" pending={pending || leaving} pendingText="Opening the payment page…">
          {label}
        </Button>
        <p className="text-center text-small text-soft text-balance">{guest && "First you create your account. "}Paid once, in US dollars. Card details go to Stripe, never to us.</p>
      </div>
    </form>
  );
}

function residenceIn(form: FormData): { country?: string; consent?: string } {
  const [country, consent] = [form.get("country"), form.get("consent")];
  return { ...(typeof country === "string" && country !== "" ? { country } : {}), ...(typeof consent === "string" ? { consent } : {}) };
}
