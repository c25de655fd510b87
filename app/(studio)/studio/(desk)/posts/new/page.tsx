import type { Metadata } from "next";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { Composer } from "@/app/(studio)/_composer/composer";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { listTiers } from "@/lib/content/tiers";

export const metadata: Metadata = { title: "New post" };

export default async function NewPost() {
  const { ctx, creator } = await studioContext();
  const tiers = await listTiers(ctx.db, creator.id);
  return (
    <>
      <PageHead title="New post" />
      <Composer start={{ status: "draft", words: { title: "", body: "", audience: "public", tierId: null, publishAt: "" }, attachments: [] }} creator={creator} tiers={tiers} />
    </>
  );
}
