import { cookieName, actorOfSession, readCookie, sessionOfCookie } from "@/lib/identity/sessions";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { sameText } from "@/lib/platform/crypto";
import { type Actor, anonymous, database, system, type UserActor } from "@/lib/platform/db";
import { Forbidden, NotFound, Unauthenticated } from "@/lib/platform/errors";
import type { AuthRule } from "@/lib/platform/http/auth";

async function personOf(request: Request): Promise<UserActor | undefined> {
  const sessionId = await sessionOfCookie(readCookie(request.headers.get("cookie"), cookieName()));
  return sessionId && actorOfSession(database(), sessionId, now());
}

const bearerOf = (request: Request): string => (request.headers.get("authorization") ?? "").replace(/^Bearer /u, "");

/** Nobody is looked up. */
export const publicAccess: AuthRule = { name: "public", security: "none", resolve: () => Promise.resolve(anonymous) };

/** Open to all; who is signed in may see more. */
export const anyone: AuthRule = { name: "anyone", security: "optional", resolve: async (request): Promise<Actor> => (await personOf(request)) ?? anonymous };

export const signedIn: AuthRule = {
  name: "signedIn",
  security: "session",
  resolve: async (request) => {
    const person = await personOf(request);
    if (!person) throw new Unauthenticated();
    return person;
  },
};

/** Administrators; to everyone else the route does not exist. */
export const adminOnly: AuthRule = {
  name: "admin",
  security: "session",
  resolve: async (request) => {
    const person = await personOf(request);
    if (!person) throw new Unauthenticated();
    if (!person.capabilities.has("administer")) throw new NotFound();
    return person;
  },
};

/** The scheduler, by its secret. */
export const cronOnly: AuthRule = {
  name: "cron",
  security: "bearer",
  resolve: (request) => {
    const bearer = bearerOf(request);
    if (bearer === "") return Promise.reject(new Unauthenticated());
    if (!sameText(bearer, config().CRON_SECRET)) return Promise.reject(new Forbidden("This is for our scheduler."));
    return Promise.resolve(system("scheduler"));
  },
};

/** Those who look after the machines: an administrator, or the scheduler's secret from a monitor. */
export const operatorOnly: AuthRule = { name: "operator", security: "either", resolve: (request) => (bearerOf(request) === "" ? adminOnly.resolve(request) : cronOnly.resolve(request)) };
