import { setTimeout as sleep } from "node:timers/promises";
import Stripe from "stripe";
import { platformAccount } from "../engine/accounts";
import { accountDenied } from "../resources/accounts";
import { newId } from "../state/ids";
import { platform } from "../state/store";
import type { World } from "../world";
import { StripeFailure, unauthorized, unrecognizedUrl, type ErrorBody } from "./errors";
import { json, type Incoming, type Outgoing } from "./exchange";
import { expanded } from "./expand";
import { decodeForm, type FormObject } from "./form";
import { fingerprintOf, isKept, keptAnswer, keyInUse } from "./idempotency";
import { decodeMultipart } from "./multipart";
import { mustAllow } from "./permissions";
import { Params } from "./params";
import { matchRoute, type Match } from "./router";
import { routes } from "./routes";

/** Carries out API requests; one at a time, since no handler waits. */
export class Api {
  private readonly world: World;
  private readonly inFlight = new Set<string>();

  constructor(world: World) {
    this.world = world;
  }

  /** Always answers in Stripe's form, also for a refusal or a fault of the double's own. */
  async answer(incoming: Incoming): Promise<Outgoing> {
    const requestId = newId("req");
    const key = incoming.method === "POST" ? incoming.header("idempotency-key") : undefined;
    const headers = {
      "request-id": requestId,
      "stripe-version": incoming.header("stripe-version") ?? Stripe.API_VERSION,
      ...(key === undefined ? {} : { "idempotency-key": key }),
    };
    try {
      const account = this.authorise(incoming);
      const match = matchRoute(routes, incoming.method, incoming.path);
      if (!match) throw unrecognizedUrl(incoming.method, incoming.path);
      const answer = await this.once(incoming, account, key, requestId, match);
      return { ...answer, headers: { ...headers, ...answer.headers } };
    } catch (problem) {
      return failure(problem, headers);
    } finally {
      this.world.store.commit();
    }
  }

  /** @returns the account spoken for */
  private authorise(incoming: Incoming): string {
    const key = keyOf(incoming.header("authorization"));
    if (key === undefined) {
      throw unauthorized("You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details.");
    }
    const { secretKey, restricted } = this.world;
    if (key === restricted?.key) mustAllow(restricted, incoming, masked(key));
    else if (key !== secretKey) throw unauthorized(`Invalid API Key provided: ${masked(key)}`);
    const account = incoming.header("stripe-account");
    if (account === undefined || account === platformAccount().id) return platform;
    if (!this.world.store.platform.accounts.get(account)) throw accountDenied(account);
    return account;
  }

  /** Carries the request out unless its idempotency key already has an answer. */
  private async once(incoming: Incoming, account: string, key: string | undefined, requestId: string, match: Match): Promise<Outgoing> {
    const { store, clock } = this.world;
    const tables = store.tables(account);
    const fingerprint = fingerprintOf(incoming.method, incoming.path, incoming.body);
    const slot = `${account} ${key ?? requestId}`;
    if (key !== undefined) {
      const kept = keptAnswer(tables, key, fingerprint, clock.now());
      if (kept) return { status: kept.status, body: kept.body, headers: { "content-type": "application/json", "request-id": kept.requestId, "idempotent-replayed": "true", "original-request": kept.requestId } };
      if (this.inFlight.has(slot)) throw keyInUse(key);
    }
    this.inFlight.add(slot);
    try {
      if (this.world.latencyMs > 0) await sleep(this.world.latencyMs);
      const answer = this.execute(incoming, account, key, requestId, match);
      if (key !== undefined && isKept(answer.status)) {
        tables.keptAnswers.put({ id: key, fingerprint, status: answer.status, body: answer.body, requestId, created: clock.now() });
      }
      return answer;
    } finally {
      this.inFlight.delete(slot);
    }
  }

  private execute(incoming: Incoming, account: string, key: string | undefined, requestId: string, match: Match): Outgoing {
    try {
      const form: FormObject = { ...decodeForm(incoming.query), ...bodyOf(incoming) };
      const params = new Params(form).accept([...match.route.accepts, "expand"]);
      const context = this.world.context(account, { id: requestId, idempotency_key: key ?? null });
      const answer = match.route.handle({ ...context, params, path: match.path });
      return json(expanded(context, answer, params.texts("expand")));
    } catch (problem) {
      if (problem instanceof StripeFailure) return failure(problem, {});
      throw problem;
    }
  }
}

function bodyOf(incoming: Incoming): FormObject {
  const type = incoming.header("content-type") ?? "";
  return type.startsWith("multipart/form-data") ? decodeMultipart(incoming.bytes, type) : decodeForm(incoming.body);
}

function failure(problem: unknown, headers: Record<string, string>): Outgoing {
  if (problem instanceof StripeFailure) return json({ error: problem.body }, problem.status, headers);
  const body: ErrorBody = { type: "api_error", message: "An unknown error occurred in the Stripe double." };
  console.error("stripe double:", problem);
  return json({ error: body }, 500, headers);
}

/** The key in `Authorization: Bearer …`, or as the user name of basic authentication. */
function keyOf(header: string | undefined): string | undefined {
  const [scheme, value] = (header ?? "").split(" ");
  if (value === undefined || value === "") return undefined;
  if (scheme?.toLowerCase() === "bearer") return value;
  return scheme?.toLowerCase() === "basic" ? Buffer.from(value, "base64").toString("utf8").split(":")[0] : undefined;
}

function masked(key: string): string {
  return key.length <= 12 ? "*".repeat(key.length) : `${key.slice(0, 8)}${"*".repeat(key.length - 12)}${key.slice(-4)}`;
}
