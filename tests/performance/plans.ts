import { pool, type Statement } from "@/lib/platform/db";

interface Node {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Node[];
}

/** A handful of rows by their nature: to walk them is to read them. */
const small = new Set(["FeeSchedule"]);

/** What the database did for one statement. */
export interface Reading {
  text: string;
  /** Rows looked at in tables and indexes, those thrown away again among them. */
  rowsRead: number;
  /** Tables walked from end to end. */
  walked: string[];
  /** The most rows put in order by one sort; an index that gives the order needs none. */
  sorted: number;
  indexes: string[];
  plan: string;
}

/** Runs a statement as the app sent it, with its values, and reads the plan it was given. */
export async function readPlan({ text, values }: Statement): Promise<Reading> {
  const { rows } = await pool().query<{ "QUERY PLAN": { Plan: Node }[] }>(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, values);
  const root = rows[0]?.["QUERY PLAN"][0]?.Plan;
  if (!root) throw new Error(`no plan for ${text}`);
  const nodes = flat(root);
  const scans = nodes.filter((node) => node["Node Type"].includes("Scan") && (node["Relation Name"] ?? node["Index Name"]) !== undefined);
  return {
    text,
    rowsRead: scans.reduce((sum, node) => sum + rowsOf(node), 0),
    walked: scans.filter((node) => node["Node Type"] === "Seq Scan").flatMap((node) => node["Relation Name"] ?? []).filter((table) => !small.has(table)),
    sorted: Math.max(0, ...nodes.filter((node) => node["Node Type"] === "Sort").map((node) => Math.max(...(node.Plans ?? []).map((child) => child["Actual Rows"] * child["Actual Loops"])))),
    indexes: scans.flatMap((node) => node["Index Name"] ?? []),
    plan: sketch(root),
  };
}

const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
const rowsOf = (node: Node): number => Math.round((node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0)) * node["Actual Loops"]);

/** The plan as a person reads it, for the message of a failure. */
function sketch(node: Node, depth = 0): string {
  const on = [node["Relation Name"], node["Index Name"]].filter(Boolean).join(" by ");
  return [`${"  ".repeat(depth)}${node["Node Type"]} ${on} rows ${rowsOf(node)}`, ...(node.Plans ?? []).map((child) => sketch(child, depth + 1))].join("\n");
}
