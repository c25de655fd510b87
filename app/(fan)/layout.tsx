import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SiteShell } from "@/app/_ui/shell/site-shell";
import { readViewer } from "@/app/_server/viewer";

export const metadata: Metadata = { robots: { index: false } };

export default async function FanLayout({ children }: { children: ReactNode }) {
  return <SiteShell viewer={await readViewer()}>{children}</SiteShell>;
}
