"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/app/_ui/controls/button";
import type { FeeRules } from "@/app/_ui/fee-split";
import { Dialog } from "@/app/_ui/overlays/dialog";
import { notify } from "@/app/_ui/overlays/toast";
import { TierForm } from "@/app/(studio)/_parts/tier-form";

export function NewTier({ creatorId, rules }: { creatorId: string; rules: FeeRules }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const done = () => {
    setOpen(false);
    notify.done("Created. It can be joined from now on.");
    router.refresh();
  };
  return (
    <Dialog
      side
      open={open}
      onOpenChange={setOpen}
      title="New tier"
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          New tier
        </Button>
      }
    >
      <TierForm creatorId={creatorId} rules={rules} submit="Create tier" onDone={done} />
    </Dialog>
  );
}
