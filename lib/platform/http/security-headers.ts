/** Headers that never change: set by next.config.ts, where they cost nothing a request. */
export const securityHeaders = [
  { key: "strict-transport-security", value: "max-age=63072000; includeSubDomains; preload" },
  { key: "x-content-type-options", value: "nosniff" },
  { key: "x-frame-options", value: "DENY" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "cross-origin-resource-policy", value: "same-origin" },
  { key: "origin-agent-cluster", value: "?1" },
  { key: "x-dns-prefetch-control", value: "off" },
  { key: "x-permitted-cross-domain-policies", value: "none" },
  { key: "reporting-endpoints", value: 'csp="/api/csp-reports"' },
];

/** An API answer is data: nothing in it may run, load or be framed. */
export const apiPolicy = { key: "content-security-policy", value: "default-src 'none'; frame-ancestors 'none'" };
