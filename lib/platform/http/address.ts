/**
 * The caller's network address. Of X-Forwarded-For only what `trustedHops` of our own proxies appended is believed:
 * with one hop that is the last entry, whatever the caller wrote before it. No trusted hop: the header is ignored.
 */
export function callerAddress(headers: Headers, trustedHops: number): string {
  if (trustedHops < 1) return "direct";
  const entries = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim()).filter(Boolean);
  return entries.at(-trustedHops) ?? "unknown";
}

/**
 * What limits count by: an IPv4 address as it is, of an IPv6 address the /64, which is one household's or one machine's to choose from.
 * An IPv4 address in IPv6's clothes is that address.
 */
export function networkOf(address: string): string {
  const plain = (address.split("%")[0] ?? "").toLowerCase();
  if (!plain.includes(":")) return plain;
  const dotted = /^(.*:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/u.exec(plain);
  const hex = (high: string, low: string): string => (Number(high) * 256 + Number(low)).toString(16);
  const [, before = "", a = "", b = "", c = "", d = ""] = dotted ?? [];
  const [left = "", right] = (dotted ? `${before}${hex(a, b)}:${hex(c, d)}` : plain).split("::");
  const groups = (text: string | undefined): string[] => (text ? text.split(":") : []);
  const [head, tail] = [groups(left), groups(right)];
  const all = [...head, ...Array.from<string>({ length: Math.max(0, 8 - head.length - tail.length) }).fill("0"), ...tail].map((group) => Number.parseInt(group, 16));
  if (all.length !== 8 || all.some((group) => !(group >= 0 && group <= 0xffff))) return plain;
  const [high = 0, low = 0] = all.slice(6);
  if (all.slice(0, 5).every((group) => group === 0) && all[5] === 0xffff) return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  return `${all.slice(0, 4).map((group) => group.toString(16)).join(":")}::/64`;
}
