import type Stripe from "stripe";
import { must } from "../engine/refs";
import { momentFilter, pageOf, pagingNames } from "../http/lists";
import { idOf, type Call, type Route } from "../http/router";

function list(call: Call): Stripe.ApiList<Stripe.EventBase> {
  const { params } = call;
  const inTime = momentFilter(params, "created");
  const types = params.has("type") ? [params.requiredText("type")] : params.texts("types");
  const delivered = params.flag("delivery_success");
  const only = types.length === 1 && !types[0]?.endsWith("*") ? types[0] : undefined;
  return pageOf(call, "/v1/events", call.db.events.where({ type: only }), "event", (row) =>
    inTime(row.created) && (types.length === 0 || types.some((type) => fits(type, row.type))) && (delivered === undefined || (row.pending_webhooks === 0) === delivered));
}

/** `invoice.*` stands for every event of that family. */
function fits(pattern: string, type: string): boolean {
  return pattern.endsWith("*") ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}

export const eventRoutes: readonly Route[] = [
  { method: "GET", path: "/v1/events", accepts: [...pagingNames, "created", "delivery_success", "type", "types"], handle: list },
  { method: "GET", path: "/v1/events/:id", accepts: [], handle: (call) => must(call.db.events, "event", idOf(call)) },
];
