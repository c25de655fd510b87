import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { memberContext } from "@/app/_server/page-context";
import { ownCreator } from "@/app/_server/viewer";
import { feeRules } from "@/app/(studio)/_parts/fee-rules";
import { canEditCreator } from "@/lib/content/creators";
import { ownPosts } from "@/lib/content/posts";
import { listTiers } from "@/lib/content/tiers";
import { explainLack } from "@/lib/identity/standing";
import { Notice } from "@/app/_ui/surfaces/notice";
import { ArtStep } from "./art-step";
import { NameStep } from "./name-step";
import { PostStep } from "./post-step";
import { stepNames, type StepName } from "./steps";
import { TierStep } from "./tier-step";
import { WelcomeFrame } from "./welcome-frame";

export const metadata: Metadata = { title: "Create your page" };

type Props = { searchParams: Promise<{ step?: string }> };

export default async function Welcome({ searchParams }: Props) {
  const asked = (await searchParams).step;
  const ctx = await memberContext();
  const creator = await ownCreator();
  const mayPublish = ctx.actor.capabilities.has("publish");
  if (!creator) {
    return (
      <WelcomeFrame step="name" done={[]}>
        {mayPublish ? <NameStep displayName={ctx.actor.displayName} /> : <Notice tone="held" title={ctx.actor.role === "member" ? explainLack("publish") : "Accounts of the house cannot open a page."} />}
      </WelcomeFrame>
    );
  }
  if (!canEditCreator(ctx.actor, creator.id).allow) redirect("/studio");
  const [tiers, posts, rules] = await Promise.all([listTiers(ctx.db, creator.id), ownPosts(ctx, creator.id, { limit: 1 }), feeRules(ctx, creator.id)]);
  const done: StepName[] = ["name", ...(creator.artMediaId && creator.tagline ? (["art"] as const) : []), ...(tiers.length ? (["tier"] as const) : []), ...(posts.data.length ? (["post"] as const) : [])];
  const first = stepNames.find((name) => !done.includes(name));
  const step = stepNames.find((name) => name === asked && name !== "name") ?? first;
  if (!step) redirect("/studio");
  return (
    <WelcomeFrame step={step} done={done}>
      {step === "art" && <ArtStep creator={creator} />}
      {step === "tier" && <TierStep creatorId={creator.id} rules={rules} />}
      {step === "post" && <PostStep handle={creator.handle} />}
    </WelcomeFrame>
  );
}
