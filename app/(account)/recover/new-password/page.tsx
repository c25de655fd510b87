import type { Metadata } from "next";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { AccountPage } from "../../_parts/account-page";
import { NeedsScripts } from "@/app/_ui/surfaces/needs-scripts";
import { NewPasswordForm } from "./new-password-form";

export const metadata: Metadata = { title: "A new password", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string }> };

export default async function NewPassword({ searchParams }: Props) {
  const { token } = await searchParams;
  if (!token) {
    return (
      <AccountPage title="This link is cut off" lead="Part of it is missing. Copy all of it from the mail, or ask for a new one.">
        <LinkButton href="/recover" variant="primary">
          Ask for a new link
        </LinkButton>
      </AccountPage>
    );
  }
  return (
    <AccountPage title="A new password" lead="When it is set, every device is signed out, and you sign in with it.">
      <NeedsScripts />
      <NewPasswordForm token={token} />
    </AccountPage>
  );
}
