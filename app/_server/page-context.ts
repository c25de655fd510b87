import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { actorOfSession, cookieName, sessionOfCookie } from "@/lib/identity/sessions";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { anonymous, type Context, createContext, database, type UserActor } from "@/lib/platform/db";
import { callerAddress } from "@/lib/platform/http/address";

/** Who looks at this page; asked once a request however many components want to know. */
export const pageContext = cache(async (): Promise<Context> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const sessionId = await sessionOfCookie(jar.get(cookieName())?.value);
  const actor = sessionId ? await actorOfSession(database(), sessionId, now()) : undefined;
  return createContext({ actor: actor ?? anonymous, address: callerAddress(head, config().TRUSTED_HOPS) });
});

export interface MemberContext extends Context {
  actor: UserActor;
}

/** The same, for a page that needs somebody: others are sent to sign in and come back. */
export async function memberContext(): Promise<MemberContext> {
  const ctx = await pageContext();
  if (ctx.actor.kind === "user") return { ...ctx, actor: ctx.actor };
  const path = (await headers()).get("x-pathname") ?? "/";
  redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}
