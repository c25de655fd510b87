"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
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
      <ArchiveOrDelete tier={tier} done={done} />
    </Dialog>
  );
}

const whyKept = {
  subscribers: "It has or had members, so it cannot be deleted: receipts and access name it. Archive it instead.",
  posts: "Posts are made for it, so it cannot be deleted. Archive it instead, or change those posts first.",
};

function ArchiveOrDelete({ tier, done }: { tier: OwnTier; done: (text: string) => () => void }) {
  const sending = useSend();
  const [asking, setAsking] = useState(false);
  const reason = useId();
  const kept = tier.inUse;
  const path = { params: { path: { tierId: tier.id } } };
  const archive = () => sending.send(() => (tier.archived ? api.DELETE("/api/v1/tiers/{tierId}/archival", path) : api.PUT("/api/v1/tiers/{tierId}/archival", path)), done(tier.archived ? "Out of the archive. It can be joined again." : "Archived. Nobody new can join."));
  const remove = () => sending.send(() => api.DELETE("/api/v1/tiers/{tierId}", path), done("Deleted."));
  return (
    <section aria-label="Archive or delete" className="mt-7 grid gap-3 border-t border-line pt-5">
      <p className="text-small text-soft">{tier.archived ? "Archived: nobody new can join. Members stay as long as they like." : "Archived, a tier keeps its members and takes no new ones."}</p>
      {sending.general && (
        <div role="alert">
          <Notice tone="held" title={sending.general} />
        </div>
      )}
      {asking ? (
        <Sure name={tier.name} pending={sending.pending} onDelete={() => void remove()} onKeep={() => setAsking(false)} />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button size="small" pending={sending.pending} onClick={() => void archive()}>
            {tier.archived ? "Take out of the archive" : "Archive"}
          </Button>
          <Button size="small" variant="danger" disabled={kept !== null} aria-describedby={kept ? reason : undefined} onClick={() => setAsking(true)}>
            Delete…
          </Button>
        </div>
      )}
      {kept && (
        <p id={reason} className="text-small text-soft">
          {whyKept[kept]}
        </p>
      )}
    </section>
  );
}

function Sure({ name, pending, onDelete, onKeep }: { name: string; pending: boolean; onDelete: () => void; onKeep: () => void }) {
  return (
    <div role="group" aria-label={`Delete ${name}?`} className="grid gap-3 rounded-m border border-line p-3.5">
      <p className="text-small">
        <b className="font-semibold">Delete {name}?</b> It cannot be brought back.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" autoFocus onClick={onKeep}>
          Keep it
        </Button>
        <Button size="small" variant="danger" pending={pending} pendingText="Deleting…" onClick={onDelete}>
          Delete for good
        </Button>
      </div>
    </div>
  );
}
