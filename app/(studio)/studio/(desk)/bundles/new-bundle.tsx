"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/app/_ui/controls/button";
import type { FeeRules } from "@/app/_ui/fee-split";
import { Dialog } from "@/app/_ui/overlays/dialog";
import { notify } from "@/app/_ui/overlays/toast";
import { BundleForm, type Choice } from "./bundle-form";

export function NewBundle({ posts, rules }: { posts: Choice[]; rules: FeeRules }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const done = () => {
    setOpen(false);
    notify.done("Made. It can be bought from now on.");
    router.refresh();
  };
  const trigger = (
    <Button variant="primary">
      <Plus aria-hidden="true" />
      New bundle
    </Button>
  );
  return (
    <Dialog side open={open} onOpenChange={setOpen} title="New bundle" trigger={trigger}>
      <BundleForm posts={posts} rules={rules} submit="Make the bundle" onDone={done} />
    </Dialog>
  );
}
