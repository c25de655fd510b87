import type { ReactNode } from "react";
import { artOf } from "@/app/_client/media";
import { AccountShell } from "@/app/_ui/shell/account-shell";
import { pageContext } from "@/app/_server/page-context";
import { discoverCreators } from "@/lib/content/discovery";

type Props = { title?: ReactNode; lead?: ReactNode; foot?: ReactNode; children: ReactNode };

/** A form beside the art of someone who is here: another each day. */
export async function AccountPage(props: Props) {
  const { db, now } = await pageContext();
  const { data } = await discoverCreators(db, { limit: 12, sort: "members" });
  const withArt = data.flatMap((one) => (one.artMediaId ? [{ ...one, art: artOf(one.artMediaId, one.accent) }] : []));
  const host = withArt[Math.floor(now.getTime() / 86_400_000) % Math.max(1, withArt.length)];
  return <AccountShell {...props} art={host?.art ?? null} artist={host ? { name: host.name, href: `/c/${host.handle}` } : null} />;
}
