"use client";

import { useRouter } from "next/navigation";
import { useState, type SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { Textarea } from "@/app/_ui/forms/textarea";
import { notify } from "@/app/_ui/overlays/toast";
import { Notice } from "@/app/_ui/surfaces/notice";
import { LinkRows, type LinkRow } from "./link-rows";

type Values = { id: string; name: string; tagline: string; bio: string; city: string; genres: string[]; tags: string[]; links: { label: string; url: string }[] };

const wordsOf = (text: string) => text.split(",").map((word) => word.trim()).filter((word) => word !== "");

export function PageForm({ creator }: { creator: Values }) {
  const router = useRouter();
  const { formRef, ...sending } = useSend(["name", "tagline", "bio", "city", "genres", "tags", "links"]);
  const [links, setLinks] = useState<LinkRow[]>(creator.links.map((link, i) => ({ ...link, key: String(i) })));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [name, tagline, bio, city] = ["name", "tagline", "bio", "city"].map((field) => textOf(form, field));
    const body = { name, tagline, bio, city, genres: wordsOf(textOf(form, "genres")), tags: wordsOf(textOf(form, "tags")), links: links.filter((link) => link.label || link.url).map(({ label, url }) => ({ label, url })) };
    void sending.send(() => api.PATCH("/api/v1/creators/{creatorId}", { params: { path: { creatorId: creator.id } }, body }), () => {
      notify.done("Saved.");
      router.refresh();
    });
  };
  return (
    <form ref={formRef} onSubmit={submit} noValidate className="grid gap-4.5 border-t border-line pt-7">
      {sending.general && (
        <div role="alert">
          <Notice tone="danger" title={sending.general} />
        </div>
      )}
      <Field label="Name" error={sending.error("name")}>
        {(control) => <Input {...control} name="name" defaultValue={creator.name} maxLength={60} required />}
      </Field>
      <Field label="In one line" error={sending.error("tagline")} hint="Stands under your name, everywhere.">
        {(control) => <Input {...control} name="tagline" defaultValue={creator.tagline} maxLength={120} />}
      </Field>
      <Field label="About you" optional error={sending.error("bio")}>
        {(control) => <Textarea {...control} name="bio" rows={6} defaultValue={creator.bio} maxLength={4_000} />}
      </Field>
      <Field label="City" optional error={sending.error("city")}>
        {(control) => <Input {...control} name="city" defaultValue={creator.city} maxLength={60} />}
      </Field>
      <div className="grid gap-4.5 sm:grid-cols-2">
        <Field label="Genres" optional error={sending.error("genres")} hint="Up to five, with commas between.">
          {(control) => <Input {...control} name="genres" defaultValue={creator.genres.join(", ")} autoCapitalize="none" />}
        </Field>
        <Field label="Tags" optional error={sending.error("tags")} hint="Up to ten. Search looks here too.">
          {(control) => <Input {...control} name="tags" defaultValue={creator.tags.join(", ")} autoCapitalize="none" />}
        </Field>
      </div>
      <LinkRows links={links} onChange={setLinks} error={sending.error("links")} />
      <Button type="submit" variant="primary" className="w-fit" pending={sending.pending} pendingText="Saving…">
        Save
      </Button>
    </form>
  );
}
