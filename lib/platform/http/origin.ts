import { Forbidden } from "@/lib/platform/errors";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a write that another site's page sends with the visitor's cookies. Browsers always say where a write comes from;
 * a caller without Origin and without cookies (a script with a bearer token, a webhook) is not one.
 * @throws Forbidden
 */
export function checkOrigin(request: Request, appUrl: string): void {
  if (safe.has(request.method)) return;
  const origin = request.headers.get("origin");
  const ours = new URL(appUrl).origin;
  if (origin !== null) {
    if (origin !== ours) throw new Forbidden(`Open DirectFanz at ${ours} and try again.`);
    return;
  }
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") throw new Forbidden(`Open DirectFanz at ${ours} and try again.`);
  if (site === null && request.headers.has("cookie") && !isBrowsersReport(request)) throw new Forbidden("A write that carries a session must say where it comes from.");
}

/**
 * What a browser sends of its own accord when a policy stopped something: with cookies, and no word of where it comes from. No page
 * can send these types without asking first, and we never say yes to that. There alone: nowhere else has a browser anything to report.
 */
const isBrowsersReport = (request: Request): boolean => new URL(request.url).pathname === "/api/csp-reports" && /^application\/(reports\+json|csp-report)\b/iu.test(request.headers.get("content-type") ?? "");
