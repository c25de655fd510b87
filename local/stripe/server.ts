import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { control } from "./control";
import { Api } from "./http/api";
import { json, page, readIncoming, seeOther, type Incoming, type Outgoing } from "./http/exchange";
import { hosted } from "./pages/hosted";
import { html, layout } from "./pages/layout";
import type { World } from "./world";

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
    response.writeHead(answer.status, answer.headers).end(answer.body);
  } catch (problem) {
    console.error("stripe double:", problem);
    if (!response.headersSent) response.writeHead(500).end();
  }
}

async function dispatch(world: World, api: Api, incoming: Incoming): Promise<Outgoing | "silence"> {
  if (incoming.path === "/_double" || incoming.path.startsWith("/_double/")) return control(world, incoming);
  if (incoming.path === "/") return seeOther("/_double");
  if (!/^\/v[12]\//.test(incoming.path)) return hosted(world, incoming) ?? page(layout({ title: "Not found", body: html`<h1>There is no such page.</h1>` }), 404);
  if (world.outage.until > Date.now()) return world.outage.mode === "hang" ? "silence" : unavailable();
  return api.answer(incoming);
}

function unavailable(): Outgoing {
  return json({ error: { type: "api_error", message: "Stripe is temporarily unavailable. Please try again." } }, 503);
}
