import type Stripe from "stripe";
import { invalid, noSuch } from "./errors";
import type { Params } from "./params";
import type { Rows } from "../state/table";
import type { Call } from "./router";

export const pagingNames = ["limit", "starting_after", "ending_before"] as const;

/**
 * One page of `rows`, newest first, of those that `keep` lets through. It reads no further than the page reaches.
 * @throws 400 on a limit outside 1–100, on both cursors at once, or on a cursor that points at nothing
 */
export function pageOf<T extends { id: string }>(call: Call, url: string, rows: Rows<T>, kind = "object", keep: (row: T) => boolean = () => true): Stripe.ApiList<T> {
  const limit = call.params.integer("limit") ?? 10;
  if (limit < 1 || limit > 100) throw invalid("Invalid limit: must be between 1 and 100.", { code: "parameter_invalid_integer", param: "limit" });
  const after = call.params.text("starting_after");
  const before = call.params.text("ending_before");
  if (after !== undefined && before !== undefined) throw invalid("You may only specify one of these parameters: starting_after, ending_before.", { code: "parameters_exclusive" });
  if (after !== undefined && !rows.holds(after)) throw noSuch(kind, after, "starting_after");
  if (before !== undefined && !rows.holds(before)) throw noSuch(kind, before, "ending_before");

  const found = taken(before === undefined ? rows.newest(after) : rows.oldest(before), limit + 1, keep);
  const data = found.slice(0, limit);
  if (before !== undefined) data.reverse();
  return { object: "list", data, has_more: found.length > limit, url };
}

function taken<T>(rows: Iterable<T>, most: number, keep: (row: T) => boolean): T[] {
  const found: T[] = [];
  for (const row of rows) {
    if (keep(row)) found.push(row);
    if (found.length === most) break;
  }
  return found;
}

/** Rows that stand in no table, newest first. */
export function rowsOf<T extends { id: string }>(list: readonly T[]): Rows<T> {
  const positionOf = (id: string): number => list.findIndex((row) => row.id === id);
  return {
    newest: (after) => (after === undefined ? list : list.slice(positionOf(after) + 1)),
    oldest: (before) => list.slice(0, positionOf(before)).reverse(),
    holds: (id) => positionOf(id) >= 0,
  };
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
