import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { config } from "@/lib/platform/config";

export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection(); // our address is known when we run, not when we are built
  return {
    // Pictures stay open: previews in messages show them.
    rules: { userAgent: "*", allow: ["/", "/api/v1/media/"], disallow: ["/api/", "/admin", "/studio", "/settings", "/feed", "/library", "/checkout/", "/search"] },
    sitemap: `${config().APP_URL}/sitemap.xml`,
  };
}
