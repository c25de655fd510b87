"use client";

import { useRouter } from "next/navigation";
import { LinkButton } from "@/app/_ui/controls/link-button";
import type { FeeRules } from "@/app/_ui/fee-split";
import { TierForm } from "@/app/(studio)/_parts/tier-form";

export function TierStep({ creatorId, rules }: { creatorId: string; rules: FeeRules }) {
  const router = useRouter();
  const skip = (
    <LinkButton href="/studio/welcome?step=post" variant="plain">
      Skip this
    </LinkButton>
  );
  return <TierForm creatorId={creatorId} rules={rules} submit="Save and go on" onDone={() => router.push("/studio/welcome?step=post")} aside={skip} />;
}
