/**
 * What Mozilla's HTTP Observatory would say of an answer over https, by the rules it publishes:
 * https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring (the tests that look at headers and cookies; redirections,
 * subresource integrity and the preload list need a site that is online and count nothing here).
 */
export interface Grade {
  score: number;
  grade: "A+" | "A" | "below A";
  /** Each test's result by its published name, with its points. */
  tests: Record<string, number>;
}

/** Starts at 100; points are taken off first, and extra ones added only to what is still at 90 or more. */
export function gradeOf(headers: Headers): Grade {
  const results = [cookies(headers), cors(headers), policy(headers), transport(headers), referrer(headers), types(headers), framing(headers), resources(headers)];
  const points = results.map(([, modifier]) => modifier);
  const sum = (chosen: number[]): number => chosen.reduce((total, one) => total + one, 0);
  const base = Math.max(0, 100 + sum(points.filter((one) => one < 0)));
  const score = base >= 90 ? base + sum(points.filter((one) => one > 0)) : base;
  return { score, grade: score >= 100 ? "A+" : score >= 90 ? "A" : "below A", tests: Object.fromEntries(results) };
}

type Result = [name: string, modifier: number];
const hstsSeconds = (headers: Headers): number => Number(/max-age=(\d+)/iu.exec(headers.get("strict-transport-security") ?? "")?.[1] ?? 0);

function cookies(headers: Headers): Result {
  const all = headers.getSetCookie().map((cookie) => ({ secure: /;\s*secure/iu.test(cookie), httpOnly: /;\s*httponly/iu.test(cookie), sameSite: /;\s*samesite=(\w+)/iu.exec(cookie)?.[1]?.toLowerCase(), session: /sess|login/iu.test(cookie.split("=")[0] ?? ""), csrf: /csrf/iu.test(cookie.split("=")[0] ?? "") }));
  if (all.length === 0) return ["cookies-not-found", 0];
  if (all.some(({ session, secure }) => session && !secure)) return hstsSeconds(headers) > 0 ? ["cookies-session-without-secure-flag-but-protected-by-hsts", -10] : ["cookies-session-without-secure-flag", -40];
  if (all.some(({ session, httpOnly }) => session && !httpOnly)) return ["cookies-session-without-httponly-flag", -30];
  if (all.some(({ csrf, sameSite }) => csrf && !sameSite)) return ["cookies-anticsrf-without-samesite-flag", -20];
  if (all.some(({ sameSite }) => sameSite !== undefined && sameSite !== "lax" && sameSite !== "strict")) return ["cookies-samesite-flag-invalid", -20];
  if (all.some(({ secure }) => !secure)) return hstsSeconds(headers) > 0 ? ["cookies-without-secure-flag-but-protected-by-hsts", -5] : ["cookies-without-secure-flag", -20];
  return all.every(({ sameSite }) => sameSite) ? ["cookies-secure-with-httponly-sessions-and-samesite", 5] : ["cookies-secure-with-httponly-sessions", 0];
}

function cors(headers: Headers): Result {
  return headers.get("access-control-allow-origin") === "*" ? ["cross-origin-resource-sharing-implemented-with-universal-access", -50] : ["cross-origin-resource-sharing-not-implemented", 0];
}

/** A policy's directives, each with its sources. */
export function directivesOf(header: string): Map<string, string[]> {
  return new Map(header.split(";").map((part) => part.trim().split(/\s+/u)).filter(([name]) => name).map(([name = "", ...sources]) => [name.toLowerCase(), sources]));
}

const broad = ["ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"];

function policy(headers: Headers): Result {
  const header = headers.get("content-security-policy");
  if (!header) return ["csp-not-implemented", -25];
  const directives = directivesOf(header);
  const sources = (name: string): string[] => directives.get(name) ?? directives.get("default-src") ?? ["*"];
  const hasNonce = (list: string[]): boolean => list.some((one) => /^'(nonce|sha(256|384|512))-/u.test(one));
  const effective = (name: string): string[] => (hasNonce(sources(name)) ? sources(name).filter((one) => one !== "'unsafe-inline'") : sources(name));
  const [scripts, styles] = [effective("script-src"), effective("style-src")];
  if (scripts.includes("'strict-dynamic'") && !hasNonce(scripts)) return ["csp-header-invalid", -25];
  if (scripts.some((one) => [...broad, "'unsafe-inline'", "data:"].includes(one)) || sources("object-src").some((one) => broad.includes(one))) return ["csp-implemented-with-unsafe-inline", -20];
  const passive = ["img-src", "media-src"];
  const plain = (list: string[]): boolean => list.some((one) => one.startsWith("http:") || one.startsWith("ftp:"));
  if ([...directives].some(([name, list]) => !passive.includes(name) && plain(list))) return ["csp-implemented-with-insecure-scheme", -20];
  if ([...scripts, ...styles].includes("'unsafe-eval'")) return ["csp-implemented-with-unsafe-eval", -10];
  if (passive.some((name) => plain(sources(name)))) return ["csp-implemented-with-insecure-scheme-in-passive-content-only", -10];
  if (styles.some((one) => [...broad, "'unsafe-inline'", "data:"].includes(one))) return ["csp-implemented-with-unsafe-inline-in-style-src-only", 0];
  return directives.get("default-src")?.join(" ") === "'none'" ? ["csp-implemented-with-no-unsafe-default-src-none", 10] : ["csp-implemented-with-no-unsafe", 5];
}

function transport(headers: Headers): Result {
  if (hstsSeconds(headers) === 0) return ["hsts-not-implemented", -20];
  return hstsSeconds(headers) >= 15_768_000 ? ["hsts-implemented-max-age-at-least-six-months", 0] : ["hsts-implemented-max-age-less-than-six-months", -10];
}

function referrer(headers: Headers): Result {
  const value = headers.get("referrer-policy");
  if (!value) return ["referrer-policy-not-implemented", 0];
  if (["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"].includes(value)) return ["referrer-policy-private", 5];
  return ["referrer-policy-unsafe", -5];
}

function types(headers: Headers): Result {
  return headers.get("x-content-type-options") === "nosniff" ? ["x-content-type-options-nosniff", 0] : ["x-content-type-options-not-implemented", -5];
}

function framing(headers: Headers): Result {
  const ancestors = directivesOf(headers.get("content-security-policy") ?? "").get("frame-ancestors");
  if (ancestors && !ancestors.some((one) => broad.includes(one))) return ["x-frame-options-implemented-via-csp", 5];
  return /^(deny|sameorigin)$/iu.test(headers.get("x-frame-options") ?? "") ? ["x-frame-options-sameorigin-or-deny", 0] : ["x-frame-options-not-implemented", -20];
}

function resources(headers: Headers): Result {
  const value = headers.get("cross-origin-resource-policy");
  // The published table gives 5 points to a missing header, which cannot be meant: here it earns nothing.
  if (value === null) return ["corp-not-implemented", 0];
  return value === "same-origin" || value === "same-site" ? [`corp-implemented-with-${value}`, 0] : ["corp-implemented-with-cross-origin", -20];
}
