import type { Metadata } from "next";
import type { ReactNode } from "react";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { SiteShell } from "@/app/_ui/shell/site-shell";
import { ThemeToggle } from "@/app/_ui/shell/theme-toggle";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { memberContext } from "@/app/_server/page-context";
import { readViewer } from "@/app/_server/viewer";
import { listSessions } from "@/lib/identity/sessions";
import { readMe } from "@/lib/identity/users";
import { Devices } from "./_parts/devices";
import { deviceName } from "./_parts/device-name";
import { NameForm } from "./_parts/name-form";
import { PasswordForm } from "./_parts/password-form";
import { SignOutButton } from "./_parts/sign-out-button";

export const metadata: Metadata = { title: "Settings" };

export default async function Settings() {
  const { db, actor, now } = await memberContext();
  const [me, sessions, viewer] = await Promise.all([readMe(db, actor), listSessions(db, actor.userId, now), readViewer()]);
  const devices = sessions.map((one) => ({ id: one.id, name: deviceName(one.userAgent), current: one.id === actor.sessionId, signedInAt: one.createdAt.toISOString(), lastSeenAt: one.lastSeenAt.toISOString() }));
  return (
    <SiteShell viewer={viewer}>
      <div className="mx-auto max-w-[880px]">
        <PageHead title="Settings" actions={<SignOutButton />} />
        <Part title="You" lead={<span className="wrap-anywhere">{me.email}{me.emailVerified ? "" : ", not confirmed yet"}</span>}>
          <NameForm displayName={me.displayName} />
        </Part>
        <YourPage creator={me.creator} admin={actor.capabilities.has("administer")} />
        <Part title="Colours" lead="On this device.">
          <ThemeToggle />
        </Part>
        <Part title="Devices" lead="Where you are signed in. One you do not know? Sign it out and change your password.">
          <Devices devices={devices} />
        </Part>
        <Part title="Password" lead="Your other devices are signed out when it changes.">
          <PasswordForm email={me.email} />
        </Part>
      </div>
    </SiteShell>
  );
}

function Part({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-4 border-t border-line py-7 md:grid-cols-[240px_minmax(0,1fr)] md:gap-10">
      <div>
        <h2 className="font-semibold">{title}</h2>
        {lead && <p className="mt-1 text-small text-soft">{lead}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

function YourPage({ creator, admin }: { creator: { handle: string; name: string } | null; admin: boolean }) {
  if (admin && !creator) {
    return (
      <Part title="The desk" lead="Accounts of the house do not sell.">
        <LinkButton href="/admin">Open the desk</LinkButton>
      </Part>
    );
  }
  return (
    <Part title="Your page" lead={creator ? `directfanz.io/c/${creator.handle}` : "Make something? Create a page and be paid for it."}>
      <div className="flex flex-wrap gap-3">
        {creator ? (
          <>
            <LinkButton href="/studio">Open the studio</LinkButton>
            <LinkButton href={`/c/${creator.handle}`}>See it as others do</LinkButton>
          </>
        ) : (
          <LinkButton href="/studio/welcome" variant="primary">
            Create a page
          </LinkButton>
        )}
      </div>
    </Part>
  );
}
