import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SiteShell } from "@/app/_ui/shell/site-shell";
import { memberContext } from "@/app/_server/page-context";
import { readViewer } from "@/app/_server/viewer";

export const metadata: Metadata = { robots: { index: false } };

/** Asks who looks before the first byte: what streams below it can no longer send a visitor to sign in by its status. */
export default async function FanLayout({ children }: { children: ReactNode }) {
  await memberContext();
  return <SiteShell viewer={await readViewer()}>{children}</SiteShell>;
}
