import type { Metadata } from "next";
import type { ReactNode } from "react";
import { config } from "@/lib/platform/config";

/** Pictures in previews need whole addresses. */
export const generateMetadata = (): Metadata => ({ metadataBase: new URL(config().APP_URL), openGraph: { siteName: "DirectFanz", type: "website" }, twitter: { card: "summary_large_image" } });

export default function SiteLayout({ children }: { children: ReactNode }) {
  return children;
}
