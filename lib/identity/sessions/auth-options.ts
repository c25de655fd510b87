import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import GoogleProvider from "next-auth/providers/google";
import { headers } from "next/headers";
import { displayName, email, password, token as tokenSchema, verifyEmail } from "@/lib/identity/users";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { anonymous, type Context, createContext, database } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { callerAddress } from "@/lib/platform/http/address";
import { asId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { knownCode } from "./codes";
import { cookieName } from "./cookie";
import { endSession } from "./end-session";
import { actorOfSession } from "./queries";
import { sessionLastsMs } from "./rules";
import { signIn } from "./sign-in";
import { signInWithIdentity } from "./sign-in-with-identity";

interface SignedIn extends User {
  sid: string;
}

async function contextOfRequest(): Promise<Context> {
  const head = await headers();
  return createContext({ actor: anonymous, address: callerAddress(head, config().TRUSTED_HOPS), userAgent: (head.get("user-agent") ?? "").slice(0, 300) });
}

/** Hears why a sign-in failed: next-auth answers 401 to all of it, and keeps no header. */
export type OnFailure = (error: unknown) => void;

/** next-auth shows a thrown message as `error` in its answer; only what was foreseen may be read there. */
async function foreseen<T>(onFailure: OnFailure, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    onFailure(error);
    throw new Error(error instanceof AppError ? error.message : "Something went wrong on our side. Try again in a moment.", { cause: error });
  }
}

const byPassword = (onFailure: OnFailure) =>
  CredentialsProvider({
    id: "password",
    name: "Password",
    credentials: { email: {}, password: {} },
    authorize: (input) =>
      foreseen(onFailure, async () => {
        const mail = email.safeParse(input?.email);
        const secret = password.safeParse(input?.password);
        if (!mail.success || !secret.success) return null;
        const { userId, sessionId } = await signIn({ ctx: await contextOfRequest(), input: { email: mail.data, password: secret.data } });
        return { id: userId, sid: sessionId } satisfies SignedIn;
      }),
  });

const byConfirmation = (onFailure: OnFailure) =>
  CredentialsProvider({
    id: "confirmation",
    name: "Link in a mail",
    credentials: { token: {} },
    authorize: (input) =>
      foreseen(onFailure, async () => {
        const secret = tokenSchema.safeParse(input?.token);
        if (!secret.success) return null;
        const { userId, sessionId } = await verifyEmail({ ctx: await contextOfRequest(), input: { token: secret.data } });
        return { id: userId, sid: sessionId } satisfies SignedIn;
      }),
  });

function byGoogle() {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret, GOOGLE_ISSUER: issuer } = config();
  if (!clientId || !clientSecret) return [];
  const base = issuer.replace(/\/$/u, "");
  return [GoogleProvider({ clientId, clientSecret, issuer, wellKnown: `${base}/.well-known/openid-configuration`, checks: ["pkce", "state", "nonce"], authorization: { params: { scope: "openid email profile", prompt: "select_account" } } })];
}

interface GoogleProfile {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
}

/** What they are called there, as far as we would take it here. */
function nameOf({ name, email: mail = "" }: GoogleProfile): string {
  for (const text of [name, mail.split("@")[0]]) {
    const taken = displayName.safeParse(Array.from(text ?? "").slice(0, 60).join(""));
    if (taken.success) return taken.data;
  }
  return "Someone";
}

/** Made for each request, after the configuration has been read. */
export function authOptions(onFailure: OnFailure): NextAuthOptions {
  const secure = config().NEXTAUTH_URL.startsWith("https:");
  return {
    secret: config().NEXTAUTH_SECRET,
    providers: [byPassword(onFailure), byConfirmation(onFailure), ...byGoogle()],
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/" },
    session: { strategy: "jwt", maxAge: sessionLastsMs / 1_000 },
    useSecureCookies: secure,
    // Its own would write to the console what it was given, people and all.
    logger: { error: (code) => log().warn({ code: knownCode(code) }, "next-auth"), warn: (code) => log().debug({ code: knownCode(code) }, "next-auth"), debug: () => undefined },
    cookies: { sessionToken: { name: cookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure } } },
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== "google") return true;
        const google = profile as GoogleProfile | undefined;
        if (!google?.email) return false;
        try {
          const input = { provider: "google", subject: google.sub, email: google.email.toLowerCase(), emailVerified: google.email_verified === true, displayName: nameOf(google) };
          const { userId, sessionId } = await signInWithIdentity({ ctx: await contextOfRequest(), input });
          Object.assign(user, { id: userId, sid: sessionId });
          return true;
        } catch (error) {
          if (error instanceof AppError) return `/sign-in?error=${encodeURIComponent(error.message)}`;
          throw error;
        }
      },
      // The cookie holds the session's id and nothing of the person.
      jwt: async ({ token, user }) => {
        const fresh = user as SignedIn | undefined;
        if (fresh?.sid) return { sub: fresh.id, sid: fresh.sid };
        const alive = typeof token.sid === "string" ? await actorOfSession(database(), asId("session", token.sid), now()) : undefined;
        if (!alive) throw new Error("This session has ended.");
        return { sub: alive.userId, sid: alive.sessionId };
      },
      session: ({ session }) => ({ expires: session.expires }),
      // Anywhere but on another site; what is no address at all leads home.
      redirect: ({ url, baseUrl }) => (URL.canParse(url, baseUrl) && new URL(url, baseUrl).origin === baseUrl ? new URL(url, baseUrl).href : baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token.sid === "string") await endSession({ ctx: await contextOfRequest(), input: { sessionId: asId("session", token.sid) } });
      },
    },
  };
}
