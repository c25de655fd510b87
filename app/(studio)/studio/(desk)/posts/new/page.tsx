import type { Metadata } from "next";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { Composer } from "@/app/(studio)/_composer/composer";
import { unwritten } from "@/app/(studio)/_composer/unwritten";
import { feeRules } from "@/app/(studio)/_parts/fee-rules";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { leastPrice } from "@/lib/content/posts";
import { listTiers } from "@/lib/content/tiers";

export const metadata: Metadata = { title: "New post" };

/** What somebody said they would post: the composer begins with its field. */
const kinds = ["sound", "picture", "words"] as const;
type Props = { searchParams: Promise<{ kind?: string }> };

export default async function NewPost({ searchParams }: Props) {
  const { kind } = await searchParams;
  const { ctx, creator } = await studioContext();
  const [tiers, rules] = await Promise.all([listTiers(ctx.db, creator.id), feeRules(ctx, creator.id)]);
  return (
    <>
      <PageHead title="New post" />
      <Composer start={{ status: "draft", words: unwritten, attachments: [] }} creator={creator} tiers={tiers} sale={{ least: leastPrice, rules }} lead={kinds.find((one) => one === kind)} />
    </>
  );
}
