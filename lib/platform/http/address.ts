/**
 * The caller's network address. Of X-Forwarded-For only what `trustedHops` of our own proxies appended is believed:
 * with one hop that is the last entry, whatever the caller wrote before it. No trusted hop: the header is ignored.
 */
export function callerAddress(headers: Headers, trustedHops: number): string {
  if (trustedHops < 1) return "direct";
  const entries = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim()).filter(Boolean);
  return entries.at(-trustedHops) ?? "unknown";
}
