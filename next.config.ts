import type { NextConfig } from "next";
import { apiPolicy, securityHeaders } from "./lib/platform/http/security-headers";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // We serve pictures ourselves. Next's own route would keep one after it has become private, outside every limit.
  images: { unoptimized: true },
  // Native or large packages stay outside the bundle.
  serverExternalPackages: ["@node-rs/argon2", "sharp", "pino", "pg", "pg-boss", "@ffmpeg-installer/ffmpeg", "pdfkit", "libxml2-wasm"],
  outputFileTracingIncludes: { "/api/**": ["./node_modules/@ffmpeg-installer/**", "./node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf", "./node_modules/dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf", "./node_modules/pdfkit/js/data/**", "./node_modules/libxml2-wasm/lib/*.wasm"] },
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: securityHeaders },
      { source: "/api/:path*", headers: [apiPolicy] },
    ]),
};

export default config;
