import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { control } from "./control";
import { Api } from "./http/api";
import { json, page, readIncoming, seeOther, type Incoming, type Outgoing } from "./http/exchange";
import { hosted } from "./pages/hosted";
import { html, layout } from "./pages/layout";
import type { World } from "./world";

/** `silence`: nothing ever comes. `reset`: the connection breaks. */
type Answer = Outgoing | "silence" | "reset";

/** The HTTP face of a world: the API under /v1, the pages people see, and the double's own switches. */
export function serverFor(world: World): Server {
  const api = new Api(world);
  const server = createServer((request, response) => {
    void respond(world, api, request, response);
  });
  server.keepAliveTimeout = 65_000;
  return server;
}

async function respond(world: World, api: Api, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const incoming = await readIncoming(request);
    const answer = await dispatch(world, api, incoming);
    if (answer === "silence") return;
    if (answer === "reset") {
      request.socket.resetAndDestroy();
      return;
    }
    response.writeHead(answer.status, answer.headers).end(answer.body);
  } catch (problem) {
    console.error("stripe double:", problem);
    if (!response.headersSent) response.writeHead(500).end();
  }
}

async function dispatch(world: World, api: Api, incoming: Incoming): Promise<Answer> {
  if (incoming.path === "/_double" || incoming.path.startsWith("/_double/")) return control(world, incoming);
  if (incoming.path === "/") return seeOther("/_double");
  if (!/^\/v[12]\//.test(incoming.path)) return hosted(world, incoming) ?? page(layout({ title: "Not found", body: html`<h1>There is no such page.</h1>` }), 404);
  if (world.outage.until > Date.now()) return world.outage.mode === "hang" ? "silence" : unavailable();
  return world.faults.on ? faulty(world, api, incoming) : api.answer(incoming);
}

/** One call with what goes wrong with it. */
async function faulty(world: World, api: Api, incoming: Incoming): Promise<Answer> {
  const { fault, waitMs } = world.faults.next(`${incoming.method} ${incoming.path.replaceAll(/_[A-Za-z0-9]{8,}/gu, "_")}`);
  if (waitMs > 0) await sleep(waitMs);
  if (fault === "drop-before") return "reset";
  if (fault === "error-before") return broken();
  if (fault === "rate-limit") return json({ error: { type: "invalid_request_error", code: "rate_limit", message: "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits." } }, 429);
  const answer = await api.answer(incoming);
  if (fault === "drop-after") return "reset";
  return fault === "error-after" ? broken() : answer;
}

function broken(): Outgoing {
  return json({ error: { type: "api_error", message: "Sorry! There was an error while talking to one of our backends. Support has been notified." } }, 500);
}

function unavailable(): Outgoing {
  return json({ error: { type: "api_error", message: "Stripe is temporarily unavailable. Please try again." } }, 503);
}
