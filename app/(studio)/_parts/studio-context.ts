import { redirect } from "next/navigation";
import { type MemberContext, memberContext } from "@/app/_server/page-context";
import { ownCreator } from "@/app/_server/viewer";
import type { Creator } from "@/lib/content/creators";

export interface Studio {
  ctx: MemberContext;
  creator: Creator;
}

/** Someone at their own desk; who has no page yet is led to opening one. */
export async function studioContext(): Promise<Studio> {
  const ctx = await memberContext();
  const creator = await ownCreator();
  if (!creator) redirect("/studio/welcome");
  return { ctx, creator };
}
