"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import type { FeeRules } from "@/app/_ui/fee-split";
import { Dialog } from "@/app/_ui/overlays/dialog";
import { notify } from "@/app/_ui/overlays/toast";
import { Notice } from "@/app/_ui/surfaces/notice";
import { TierForm } from "@/app/(studio)/_parts/tier-form";
import type { OwnTier } from "./tier-row";

type Props = { creatorId: string; rules: FeeRules; tier: OwnTier };

export function TierActions({ creatorId, rules, tier }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const done = (text: string) => () => {
    setOpen(false);
    notify.done(text);
    router.refresh();
  };
  return (
    <Dialog side open={open} onOpenChange={setOpen} title={tier.name} trigger={<Button size="small" aria-label={`Edit ${tier.name}`}>Edit</Button>}>
      <TierForm creatorId={creatorId} rules={rules} tier={tier} submit="Save" onDone={done("Saved.")} />
      <CloseOrDelete tier={tier} done={done} />
    </Dialog>
  );
}

function CloseOrDelete({ tier, done }: { tier: OwnTier; done: (text: string) => () => void }) {
  const sending = useSend();
  const path = { params: { path: { tierId: tier.id } } };
  const archive = () => sending.send(() => (tier.archived ? api.DELETE("/api/v1/tiers/{tierId}/archival", path) : api.PUT("/api/v1/tiers/{tierId}/archival", path)), done(tier.archived ? "Open again." : "Closed to new members."));
  const remove = () => sending.send(() => api.DELETE("/api/v1/tiers/{tierId}", path), done("Deleted."));
  return (
    <section aria-label="Close or delete" className="mt-7 grid gap-3 border-t border-line pt-5">
      <p className="text-small text-soft">{tier.archived ? "Nobody new can join. Members stay as long as they like." : "Closing it keeps its members and takes no new ones. Deleting works while nobody has joined."}</p>
      {sending.general && (
        <div role="alert">
          <Notice tone="held" title={sending.general} />
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" pending={sending.pending} onClick={() => void archive()}>
          {tier.archived ? "Open it again" : "Close to new members"}
        </Button>
        <Button size="small" variant="danger" pending={sending.pending} onClick={() => void remove()}>
          Delete
        </Button>
      </div>
    </section>
  );
}
