"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/app/_ui/controls/button";
import { Dialog } from "@/app/_ui/overlays/dialog";
import { notify } from "@/app/_ui/overlays/toast";
import { PromotionForm } from "./promotion-form";

export function NewPromotion({ tiers }: { tiers: { id: string; name: string }[] }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const done = (code: string) => {
    setOpen(false);
    notify.done(`${code} can be redeemed from now on.`);
    router.refresh();
  };
  return (
    <Dialog
      side
      open={open}
      onOpenChange={setOpen}
      title="New code"
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          New code
        </Button>
      }
    >
      <PromotionForm tiers={tiers} onDone={done} />
    </Dialog>
  );
}
