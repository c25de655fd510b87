"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/app/_ui/controls/button";
import type { ButtonSize, ButtonVariant } from "@/app/_ui/controls/button-class";
import { notify } from "@/app/_ui/overlays/toast";
import { useSend } from "./use-send";

type Props = { creatorId: string; name: string; following: boolean; variant?: ButtonVariant; size?: ButtonSize; className?: string };

/** For somebody who is signed in. What opens to followers opens at once. */
export function FollowButton({ creatorId, name, following, ...look }: Props) {
  const router = useRouter();
  const { pending, send } = useSend();
  const [follows, setFollows] = useState(following);
  const at = { params: { path: { creatorId } } };

  async function turn() {
    const wanted = !follows;
    setFollows(wanted);
    // The client comes with the first press: most who look never press.
    const done = await send(() => import("./api").then(({ api }) => (wanted ? api.PUT("/api/v1/creators/{creatorId}/follow", at) : api.DELETE("/api/v1/creators/{creatorId}/follow", at))));
    if (done) router.refresh();
    else {
      setFollows(!wanted);
      notify.failed(wanted ? `You do not follow ${name} yet. Try again in a moment.` : `You still follow ${name}. Try again in a moment.`);
    }
  }
  return (
    <Button {...look} aria-pressed={follows} pending={pending} onClick={() => void turn()}>
      {follows ? "Following" : "Follow"}
      <span className="sr-only">{name}</span>
    </Button>
  );
}
