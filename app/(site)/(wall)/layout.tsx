import type { ReactNode } from "react";
import { SiteShell } from "@/app/_ui/shell/site-shell";
import { readViewer } from "@/app/_server/viewer";

export default async function WallLayout({ children }: { children: ReactNode }) {
  return <SiteShell viewer={await readViewer()}>{children}</SiteShell>;
}
