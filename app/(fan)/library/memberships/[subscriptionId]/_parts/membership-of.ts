import { notFound } from "next/navigation";
import { found } from "@/app/_server/found";
import { memberContext, type MemberContext } from "@/app/_server/page-context";
import { mySubscription, type SubscriptionView } from "@/lib/commerce/subscriptions";
import { id } from "@/lib/platform/ids";

/** The membership that the address names, if it is theirs. */
export async function membershipOf(params: Promise<{ subscriptionId: string }>): Promise<{ ctx: MemberContext; membership: SubscriptionView }> {
  const ctx = await memberContext();
  const named = id("subscription").safeParse((await params).subscriptionId);
  if (!named.success) notFound();
  return { ctx, membership: await found(mySubscription(ctx, named.data)) };
}
