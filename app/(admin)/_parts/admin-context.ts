import { notFound } from "next/navigation";
import { type MemberContext, pageContext } from "@/app/_server/page-context";

/** Administrators; to everyone else these pages do not exist. */
export async function adminContext(): Promise<MemberContext> {
  const ctx = await pageContext();
  if (ctx.actor.kind !== "user" || !ctx.actor.capabilities.has("administer")) notFound();
  return { ...ctx, actor: ctx.actor };
}
