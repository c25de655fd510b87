import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { cookieName, startSession } from "@/lib/identity/sessions";
import { config } from "@/lib/platform/config";
import { anonymous, createContext, database } from "@/lib/platform/db";
import type { RouteHandler } from "@/lib/platform/http";
import type { UserId } from "@/lib/platform/ids";
import type { SimulatedClock } from "./clock";
import type { Crashes } from "./crashes";

export interface Account {
  userId: UserId;
  cookie: string;
  /** When they signed in; after some days they do again. */
  signedInAt: number;
}

export interface Asked {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  as?: Account;
  method?: string;
  headers?: Record<string, string>;
}

export interface Answered {
  status: number;
  /** The shape depends on the route; who asks says what they expect. Empty where nothing came, or no JSON. */
  body: Record<string, unknown>;
}

const sessionMs = 7 * 86_400_000;
const again = new Set([409, 500, 502, 503]);

/** The public API: a request goes into a route's handler as a server would hand it over, and the answer comes out. */
export class Api {
  calls = 0;
  readonly statuses = new Map<number, number>();
  /** What nobody foresaw. */
  readonly faults: string[] = [];
  private readonly crashes: Crashes;
  private readonly clock: SimulatedClock;

  constructor(crashes: Crashes, clock: SimulatedClock) {
    this.crashes = crashes;
    this.clock = clock;
  }

  /**
   * Asks as a patient person does: what had no answer, or was answered with "try again", is asked again under the same Idempotency-Key a
   * minute later. "Conflict" is asked again only where it says when. What is asked may be a function, for what ages (a signature).
   */
  async ask(name: string, handler: RouteHandler, asked: Asked | (() => Asked) = {}): Promise<Answered> {
    const key = randomUUID();
    for (let tries = 1; ; tries++) {
      const now = typeof asked === "function" ? asked() : asked;
      await signIn(now.as);
      const answer = await this.crashes.through(name, () => this.send(handler, typeof asked === "function" ? asked() : asked, key), () => this.clock.pass(61));
      if (!again.has(answer.status) || (answer.status === 409 && !answer.retry) || tries === 6) {
        this.note(name, answer);
        return answer;
      }
      await this.clock.pass(61);
    }
  }

  private note(name: string, { status, body }: Answered): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (status >= 500) this.faults.push(`${name}: ${status} ${JSON.stringify(body).slice(0, 300)}`);
  }

  private async send(handler: RouteHandler, { params = {}, query = {}, body, as, method, headers = {} }: Asked, key: string): Promise<Answered & { retry: boolean }> {
    this.calls += 1;
    const verb = method ?? (body === undefined ? "GET" : "POST");
    const request = new Request(`http://localhost:3000/api/simulated?${new URLSearchParams(query).toString()}`, {
      method: verb,
      headers: { origin: "http://localhost:3000", "idempotency-key": key, "x-forwarded-for": "192.0.2.1", ...(body === undefined ? {} : { "content-type": "application/json" }), ...(as ? { cookie: as.cookie } : {}), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const response = await handler(request, { params: Promise.resolve(params) });
    const text = await response.text();
    return { status: response.status, body: text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {}, retry: response.headers.has("retry-after") };
  }
}

async function signIn(account: Account | undefined): Promise<void> {
  if (!account || Date.now() - account.signedInAt < sessionMs) return;
  const sid = await database().$transaction((tx) => startSession(tx, createContext({ actor: anonymous, address: "192.0.2.1", userAgent: "Simulation" }), account.userId));
  account.cookie = `${cookieName()}=${await encode({ token: { sub: account.userId, sid }, secret: config().NEXTAUTH_SECRET })}`;
  account.signedInAt = Date.now();
}

/** @throws when the answer is not a success: the simulation itself would be at fault */
export async function must(asked: Promise<Answered>): Promise<Record<string, unknown>> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}
