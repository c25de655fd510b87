import { json, page, seeOther, type Incoming, type Outgoing } from "../http/exchange";
import { indexPage } from "../pages/index-page";
import type { World } from "../world";
import { accountCommands } from "./accounts";
import { chargeCommands } from "./charges";
import { faultCommands } from "./faults";
import type { Command, Fields } from "./fields";
import { worldCommands } from "./world";

/** What tests and people can do to the double. */
const commands: Readonly<Record<string, Command>> = { ...worldCommands, ...accountCommands, ...chargeCommands, ...faultCommands };

/** Answers under `/_double`; a browser is sent back to the index, a program gets JSON. */
export async function control(world: World, incoming: Incoming): Promise<Outgoing> {
  if (incoming.method === "GET") return page(indexPage(world));
  const command = commands[incoming.path];
  if (!command) return json({ error: `no such switch: ${incoming.path}`, switches: Object.keys(commands) }, 404);
  const result = await command(world, fieldsOf(incoming));
  world.store.commit();
  return incoming.header("accept")?.includes("text/html") ? seeOther("/_double") : json(result);
}

function fieldsOf(incoming: Incoming): Fields {
  if (!incoming.header("content-type")?.includes("json")) return Object.fromEntries(new URLSearchParams(incoming.body));
  const body: unknown = JSON.parse(incoming.body || "{}");
  return typeof body === "object" && body !== null ? { ...body } : {};
}
