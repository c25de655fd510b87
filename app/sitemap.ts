import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { discoverCreators } from "@/lib/content/discovery";
import { config } from "@/lib/platform/config";
import { database } from "@/lib/platform/db";

const perPage = 60;
/** Sixty statements at most; more pages than that want a sitemap of sitemaps. */
const mostPages = 60;

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const { APP_URL } = config();
  const handles: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { data, nextCursor } = await discoverCreators(database(), { limit: perPage, sort: "new", cursor });
    handles.push(...data.map(({ handle }) => handle));
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  return [{ url: APP_URL }, { url: `${APP_URL}/discover` }, ...handles.map((handle) => ({ url: `${APP_URL}/c/${handle}` }))];
}
