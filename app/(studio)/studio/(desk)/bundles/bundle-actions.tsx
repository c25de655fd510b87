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
import { BundleForm, type BundleValues, type Choice } from "./bundle-form";

type Props = { bundle: BundleValues & { archived: boolean }; posts: Choice[]; rules: FeeRules };

export function BundleActions({ bundle, posts, rules }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const sending = useSend();
  const done = (text: string) => () => {
    setOpen(false);
    notify.done(text);
    router.refresh();
  };
  const path = { params: { path: { bundleId: bundle.id } } };
  const archive = () => sending.send(() => (bundle.archived ? api.DELETE("/api/v1/bundles/{bundleId}/archival", path) : api.PUT("/api/v1/bundles/{bundleId}/archival", path)), done(bundle.archived ? "Out of the archive. It can be bought again." : "Archived. Nobody new can buy it."));
  return (
    <Dialog side open={open} onOpenChange={setOpen} title={bundle.title} trigger={<Button size="small" aria-label={`Edit ${bundle.title}`}>Edit</Button>}>
      <BundleForm bundle={bundle} posts={posts} rules={rules} submit="Save" onDone={done("Saved.")} />
      <section aria-label="Archive" className="mt-7 grid gap-3 border-t border-line pt-5">
        <p className="text-small text-soft">{bundle.archived ? "Archived: nobody new can buy it. Who bought it keeps it." : "Archived, it is sold to nobody new. Who bought it keeps it."}</p>
        {sending.general && (
          <div role="alert">
            <Notice tone="held" title={sending.general} />
          </div>
        )}
        <Button size="small" className="justify-self-start" pending={sending.pending} onClick={() => void archive()}>
          {bundle.archived ? "Take out of the archive" : "Archive"}
        </Button>
      </section>
    </Dialog>
  );
}
