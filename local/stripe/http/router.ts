import type { Context } from "../state/context";
import type { Params } from "./params";

/** One API request, decoded and authorised. */
export interface Call extends Context {
  readonly params: Params;
  /** The `:name` parts of the path. */
  readonly path: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: "GET" | "POST" | "DELETE";
  /** `/v1/customers/:id` */
  readonly path: string;
  /** The parameters this route takes; any other is a 400. `expand` is always allowed. */
  readonly accepts: readonly string[];
  /** Answers with the object to send, or throws a StripeFailure. Never waits: one request is one step. */
  readonly handle: (call: Call) => object;
}

export interface Match {
  route: Route;
  path: Record<string, string>;
}

/** Finds the route; literal parts win over `:name` parts. */
export function matchRoute(routes: readonly Route[], method: string, pathname: string): Match | undefined {
  const parts = pathname.split("/");
  const candidates = routes
    .filter((route) => route.method === method)
    .flatMap((route) => {
      const path = matchPath(route.path.split("/"), parts);
      return path ? [{ route, path }] : [];
    });
  return candidates.sort((a, b) => Object.keys(a.path).length - Object.keys(b.path).length)[0];
}

function matchPath(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const found: Record<string, string> = {};
  for (const [index, step] of pattern.entries()) {
    const part = parts[index] ?? "";
    if (step.startsWith(":") && part !== "") found[step.slice(1)] = decodeURIComponent(part);
    else if (step !== part) return undefined;
  }
  return found;
}

/** The `:id` of the path; every route that reads it declares it. */
export function idOf(call: Call): string {
  return call.path["id"] ?? "";
}
