import type { ReactNode } from "react";
import { SiteShell } from "@/app/_ui/shell/site-shell";
import { readViewer } from "@/app/_server/viewer";

/** A creator's page: on a phone their art begins at the top edge. */
export default async function StageLayout({ children }: { children: ReactNode }) {
  return (
    <SiteShell viewer={await readViewer()} bleed>
      {children}
    </SiteShell>
  );
}
