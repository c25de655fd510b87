import type { Metadata } from "next";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { Composer } from "@/app/(studio)/_composer/composer";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { listTiers } from "@/lib/content/tiers";

export const metadata: Metadata = { title: "New post" };

/** What somebody said they would post: the composer begins with its field. */
const kinds = ["sound", "picture", "words"] as const;
type Props = { searchParams: Promise<{ kind?: string }> };

export default async function NewPost({ searchParams }: Props) {
  const { kind } = await searchParams;
  const { ctx, creator } = await studioContext();
  const tiers = await listTiers(ctx.db, creator.id);
  return (
    <>
      <PageHead title="New post" />
      <Composer start={{ status: "draft", words: { title: "", body: "", audience: "public", tierId: null, publishAt: "" }, attachments: [] }} creator={creator} tiers={tiers} lead={kinds.find((one) => one === kind)} />
    </>
  );
}
