interface PolicyInput {
  nonce: string;
  /** Where private media and uploads go, e.g. https://bucket.s3.amazonaws.com; empty when storage is not set up. */
  storageOrigin: string;
  /** Over https plain requests are upgraded; on one's own machine they must not be. */
  secure: boolean;
  development: boolean;
  /** Hashes of the one style element that a library writes without our nonce (the toaster's). */
  styleHashes: readonly string[];
}

/**
 * The content security policy of a page. Scripts need this request's nonce, or to be loaded by one that has it; styles too.
 * Style attributes stay allowed: charts and popovers place themselves with them.
 */
export function pagePolicy({ nonce, storageOrigin, secure, development, styleHashes }: PolicyInput): string {
  const storage = storageOrigin ? ` ${storageOrigin}` : "";
  const hashes = styleHashes.map((hash) => ` ${hash}`).join("");
  return [
    "default-src 'none'",
    // Development rebuilds modules with eval; the built app does not.
    `script-src 'nonce-${nonce}' 'strict-dynamic' 'report-sample'${development ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self' 'nonce-${nonce}'${hashes} 'report-sample'`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data: blob:${storage}`,
    `media-src 'self' blob:${storage}`,
    "font-src 'self'",
    `connect-src 'self'${storage}${development ? " ws:" : ""}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
    "report-uri /api/csp-reports",
    "report-to csp",
  ].join("; ");
}

/** 128 random bits; works on the edge runtime too. */
export function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}
