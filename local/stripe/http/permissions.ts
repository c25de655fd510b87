import { StripeFailure } from "./errors";
import type { Incoming } from "./exchange";

export interface RestrictedKey {
  key: string;
  /** By the resource's path below /v1: "customers", "checkout/sessions". Writing includes reading. */
  permissions: Readonly<Record<string, "read" | "write">>;
}

/** 403 unless the key may read, or write, what this request is about. Its own account and platform-wide facts anybody may read. */
export function mustAllow({ permissions }: RestrictedKey, { method, path }: Pick<Incoming, "method" | "path">, shown: string): void {
  const [, , first = "", second = ""] = path.split("/");
  const resource = first === "account" ? "accounts" : `${first}/${second}` in permissions ? `${first}/${second}` : first;
  const wanted = method === "GET" ? "read" : "write";
  const held = permissions[resource];
  if (held === "write" || held === wanted) return;
  throw new StripeFailure(403, { type: "invalid_request_error", message: `The provided key '${shown}' does not have the required permissions for this endpoint. It needs ${wanted} access to ${resource}.` });
}
