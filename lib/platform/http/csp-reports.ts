import { z } from "zod";

const old = z.object({ "csp-report": z.object({ "document-uri": z.string().optional(), "violated-directive": z.string().optional(), "effective-directive": z.string().optional(), "blocked-uri": z.string().optional() }) });
const modern = z.array(z.object({ type: z.string(), body: z.object({ documentURL: z.string().optional(), effectiveDirective: z.string().optional(), blockedURL: z.string().optional() }).optional() }));

export interface CspReport {
  page: string;
  directive: string;
  blocked: string;
}

/** Only the path, and not more of it than helps: an address may carry what somebody searched for. */
function pathOf(address: string | undefined): string {
  try {
    const url = new URL(address ?? "");
    return url.protocol.startsWith("http") ? (url.origin + url.pathname).slice(0, 300) : url.protocol;
  } catch {
    return (address ?? "").slice(0, 60);
  }
}

/** What a browser says was stopped, in either of the two forms it may use; nothing it sent is believed or kept beyond these. */
export function readCspReports(body: Buffer): CspReport[] {
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch {
    return [];
  }
  const single = old.safeParse(value);
  if (single.success) {
    const report = single.data["csp-report"];
    return [{ page: pathOf(report["document-uri"]), directive: (report["effective-directive"] ?? report["violated-directive"] ?? "").slice(0, 60), blocked: pathOf(report["blocked-uri"]) }];
  }
  const list = modern.safeParse(value);
  if (!list.success) return [];
  return list.data
    .filter((one) => one.type === "csp-violation")
    .slice(0, 20)
    .map(({ body: report }) => ({ page: pathOf(report?.documentURL), directive: (report?.effectiveDirective ?? "").slice(0, 60), blocked: pathOf(report?.blockedURL) }));
}
