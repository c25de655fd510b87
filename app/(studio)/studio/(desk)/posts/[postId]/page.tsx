import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { found } from "@/app/_server/found";
import { mediaUrl } from "@/app/_client/media";
import { LocalMoment } from "@/app/_ui/time/local-moment";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { Composer } from "@/app/(studio)/_composer/composer";
import type { Start } from "@/app/(studio)/_composer/use-composer";
import { unwritten } from "@/app/(studio)/_composer/unwritten";
import { feeRules } from "@/app/(studio)/_parts/fee-rules";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { leastPrice, type Post, readPost, tiersOfPosts } from "@/lib/content/posts";
import { listTiers } from "@/lib/content/tiers";
import { asId } from "@/lib/platform/ids";

export const metadata: Metadata = { title: "Edit a post" };

type Props = { params: Promise<{ postId: string }> };

export default async function EditPost({ params }: Props) {
  const postId = asId("post", (await params).postId);
  const { ctx, creator } = await studioContext();
  const post = await found(readPost(ctx, postId));
  if (post.creator.id !== creator.id) notFound();
  const [tiers, tierOf, rules] = await Promise.all([listTiers(ctx.db, creator.id, { archived: true }), tiersOfPosts(ctx.db, creator.id, [postId]), feeRules(ctx, creator.id)]);
  const tierId = tierOf.get(postId)?.id ?? null;
  return (
    <>
      <PageHead title={post.status === "draft" ? "A draft" : "Edit"} lead={<Where post={post} />} />
      <Composer start={startOf(post, tierId)} creator={creator} tiers={tiers.filter((tier) => !tier.archived || tier.id === tierId)} sale={{ least: leastPrice, rules }} />
    </>
  );
}

function Where({ post }: { post: Post }) {
  if (post.status === "draft" || !post.publishedAt) return "Nobody sees it yet.";
  const when = <LocalMoment date={post.publishedAt} />;
  if (post.status === "in_review") return "It is being looked at. It shows as soon as that is done.";
  if (post.status === "scheduled") return <>Scheduled for {when}.</>;
  return (
    <>
      Published on {when}.{" "}
      <Link className="link" href={`/p/${post.id}`}>
        See it
      </Link>
    </>
  );
}

function startOf(post: Post, tierId: string | null): Start {
  const attachments = post.media.map((one) => ({
    key: one.id,
    mediaId: one.id,
    kind: one.kind,
    name: one.kind === "audio" ? "Sound" : "Picture",
    bytes: 0,
    sent: 0,
    altText: one.altText,
    described: one.altText,
    state: "ready" as const,
    src: mediaUrl(one.id, one.kind === "audio" ? "stream" : "w640"),
    width: one.width,
    height: one.height,
    durationMs: one.durationMs,
    peaks: one.peaks.map((peak) => peak / 100),
  }));
  return { postId: post.id, status: post.status, words: wordsOf(post, tierId), attachments };
}

function wordsOf({ title, body, audience, price }: Post, tierId: string | null): Start["words"] {
  return { ...unwritten, title, body: body ?? "", audience, ...(audience === "paid" ? { includedFromTierId: tierId, price: { amount: price?.amount ?? null } } : { tierId }) };
}
