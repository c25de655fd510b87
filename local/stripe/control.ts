import { restrictAccount } from "./engine/accounts";
import { json, page, seeOther, type Incoming, type Outgoing } from "./http/exchange";
import { indexPage } from "./pages/index-page";
import type { World } from "./world";

type Fields = Readonly<Record<string, unknown>>;
type Command = (world: World, fields: Fields) => Promise<object> | object;

/** What tests and people can do to the double: time, webhooks, faults. */
const commands: Readonly<Record<string, Command>> = {
  "/_double/advance": (world, fields) => {
    world.advance(Math.round(numberIn(fields, "days", 0) * 86_400 + numberIn(fields, "seconds", 0)));
    return { now: world.clock.now() };
  },
  "/_double/begin": (world, fields) => {
    if (world.hasHistory()) return { refused: "the clock goes back only before anything has happened" };
    world.clock.beginAt(Math.floor(Date.now() / 1000) - Math.round(numberIn(fields, "daysAgo", 0) * 86_400));
    world.store.commit();
    return { now: world.clock.now() };
  },
  "/_double/mute": (world, fields) => {
    world.queue.muted = flagIn(fields, "on", true);
    return { muted: world.queue.muted };
  },
  "/_double/webhooks": (world, fields) => {
    const current = world.queue.switches;
    const { id: _, ...next } = world.queue.setSwitches({
      duplicates: Math.max(1, Math.min(10, numberIn(fields, "duplicates", current.duplicates))),
      reorder: flagIn(fields, "reorder", current.reorder),
      delayMs: Math.max(0, numberIn(fields, "delayMs", current.delayMs)),
      paused: flagIn(fields, "paused", current.paused),
    });
    return next;
  },
  "/_double/deliver": async (world) => {
    await world.queue.deliverNow();
    return { delivered: true };
  },
  "/_double/outage": (world, fields) => {
    world.outage = { until: Date.now() + numberIn(fields, "seconds", 0) * 1000, mode: fields["mode"] === "hang" ? "hang" : "503" };
    return world.outage;
  },
  "/_double/latency": (world, fields) => {
    world.latencyMs = Math.max(0, numberIn(fields, "ms", 0));
    return { ms: world.latencyMs };
  },
  "/_double/restrict": (world, fields) => {
    const account = world.store.platform.accounts.get(String(fields["account"]));
    if (account) restrictAccount(world.context(), account);
    world.store.commit();
    return { restricted: account !== undefined };
  },
};

/** Answers under `/_double`; a browser is sent back to the index, a program gets JSON. */
export async function control(world: World, incoming: Incoming): Promise<Outgoing> {
  if (incoming.method === "GET") return page(indexPage(world));
  const command = commands[incoming.path];
  if (!command) return json({ error: `no such switch: ${incoming.path}`, switches: Object.keys(commands) }, 404);
  const result = await command(world, fieldsOf(incoming));
  return incoming.header("accept")?.includes("text/html") ? seeOther("/_double") : json(result);
}

function fieldsOf(incoming: Incoming): Fields {
  if (!incoming.header("content-type")?.includes("json")) return Object.fromEntries(new URLSearchParams(incoming.body));
  const body: unknown = JSON.parse(incoming.body || "{}");
  return typeof body === "object" && body !== null ? { ...body } : {};
}

function numberIn(fields: Fields, name: string, otherwise: number): number {
  const value = fields[name];
  const parsed = value === undefined || value === "" ? otherwise : Number(value);
  return Number.isFinite(parsed) ? parsed : otherwise;
}

function flagIn(fields: Fields, name: string, otherwise: boolean): boolean {
  const value = fields[name];
  return value === undefined ? otherwise : value === true || value === "true" || value === "on";
}
