/** What a visitor has agreed to beyond what the site needs to work. */
export interface Consent {
  /** Purposes agreed to; none until they choose. */
  purposes: string[];
  /** Their browser says "do not sell or share" (Global Privacy Control). */
  gpc: boolean;
}

const known = ["statistics", "marketing"];

/**
 * Reads the choice out of a request. Nothing but a clear yes counts as one, and Sec-GPC takes "marketing" back
 * whatever the cookie says (11 CCR 7025).
 */
export function readConsent(headers: Headers, cookie: string | undefined): Consent {
  const gpc = headers.get("sec-gpc") === "1";
  const chosen = (cookie ?? "").split(".").filter((purpose) => known.includes(purpose));
  return { purposes: gpc ? chosen.filter((purpose) => purpose !== "marketing") : chosen, gpc };
}

/** The request header that carries it to pages, e.g. "statistics;gpc". */
export const consentHeader = "x-consent";
export const consentCookie = "consent";
export const writeConsent = ({ purposes, gpc }: Consent): string => [...purposes, ...(gpc ? ["gpc"] : [])].join(";");
