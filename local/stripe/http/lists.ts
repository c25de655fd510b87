import type Stripe from "stripe";
import { invalid, noSuch } from "./errors";
import type { Params } from "./params";
import type { Call } from "./router";

export const pagingNames = ["limit", "starting_after", "ending_before"] as const;

/**
 * One page of `rows`, which come newest first and already filtered.
 * @throws 400 on a limit outside 1–100, on both cursors at once, or on a cursor that points at nothing
 */
export function pageOf<T extends { id: string }>(call: Call, url: string, rows: readonly T[], kind = "object"): Stripe.ApiList<T> {
  const limit = call.params.integer("limit") ?? 10;
  if (limit < 1 || limit > 100) throw invalid("Invalid limit: must be between 1 and 100.", { code: "parameter_invalid_integer", param: "limit" });
  const after = call.params.text("starting_after");
  const before = call.params.text("ending_before");
  if (after !== undefined && before !== undefined) throw invalid("You may only specify one of these parameters: starting_after, ending_before.", { code: "parameters_exclusive" });

  if (before !== undefined) {
    const end = positionOf(rows, before, kind, "ending_before");
    const start = Math.max(0, end - limit);
    return { object: "list", data: rows.slice(start, end), has_more: start > 0, url };
  }
  const start = after === undefined ? 0 : positionOf(rows, after, kind, "starting_after") + 1;
  return { object: "list", data: rows.slice(start, start + limit), has_more: start + limit < rows.length, url };
}

function positionOf(rows: readonly { id: string }[], id: string, kind: string, param: string): number {
  const position = rows.findIndex((row) => row.id === id);
  if (position < 0) throw noSuch(kind, id, param);
  return position;
}

/** A whole small list, nested in an object. */
export function fullList<T>(url: string, data: T[]): Stripe.ApiList<T> {
  return { object: "list", data, has_more: false, url };
}

/** Reads `created=…` or `created[gte]=…`: a test for a moment in Unix seconds. */
export function momentFilter(params: Params, name: string): (moment: number) => boolean {
  if (!params.has(name)) return () => true;
  const range = readRange(params, name);
  return (moment) => moment > range.gt && moment >= range.gte && moment < range.lt && moment <= range.lte;
}

function readRange(params: Params, name: string): { gt: number; gte: number; lt: number; lte: number } {
  const open = { gt: -Infinity, gte: -Infinity, lt: Infinity, lte: Infinity };
  if (/^\d+$/.test(exactText(params, name))) {
    const exact = Number(exactText(params, name));
    return { ...open, gte: exact, lte: exact };
  }
  const range = params.object(name, ["gt", "gte", "lt", "lte"]);
  return { gt: range?.integer("gt") ?? open.gt, gte: range?.integer("gte") ?? open.gte, lt: range?.integer("lt") ?? open.lt, lte: range?.integer("lte") ?? open.lte };
}

function exactText(params: Params, name: string): string {
  const entry = params.entries().find(([key]) => key === name)?.[1];
  return typeof entry === "string" ? entry : "";
}

/** True when the filter was not sent, or equals the value. */
export function matches(params: Params, name: string, value: string | { id: string } | null | undefined): boolean {
  const wanted = params.text(name);
  if (wanted === undefined) return true;
  return wanted === (typeof value === "object" ? value?.id : value);
}
