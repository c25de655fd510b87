"use client";

import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { ArtForm } from "@/app/(studio)/_parts/art-form";

type Props = { creator: { id: string; name: string; tagline: string; artMediaId: string | null; accent: string | null } };

export function ArtStep({ creator }: Props) {
  const router = useRouter();
  const { formRef, ...sending } = useSend(["tagline"]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = { tagline: textOf(new FormData(event.currentTarget), "tagline") };
    void sending.send(() => api.PATCH("/api/v1/creators/{creatorId}", { params: { path: { creatorId: creator.id } }, body }), () => router.push("/studio/welcome?step=tier"));
  };
  return (
    <div className="grid gap-7">
      <ArtForm creatorId={creator.id} name={creator.name} artMediaId={creator.artMediaId} accent={creator.accent} />
      <form ref={formRef} onSubmit={submit} noValidate className="grid gap-4.5">
        <Field label="You in one line" hint="Slow songs from the harbour, recorded after midnight." error={sending.error("tagline") ?? sending.general}>
          {(control) => <Input {...control} name="tagline" defaultValue={creator.tagline} maxLength={120} />}
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" size="large" pending={sending.pending} pendingText="Saving…">
            Save and go on
          </Button>
          <LinkButton href="/studio/welcome?step=tier" variant="plain" size="large">
            Skip this
          </LinkButton>
        </div>
      </form>
    </div>
  );
}
