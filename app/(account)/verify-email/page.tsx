import type { Metadata } from "next";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { isOwnPath } from "@/lib/identity/users";
import { AccountPage } from "../_parts/account-page";
import { NeedsScripts } from "@/app/_ui/surfaces/needs-scripts";
import { signUpPath } from "../_parts/ways";
import { ConfirmButton } from "./confirm-button";

export const metadata: Metadata = { title: "Confirm your email", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string; intent?: string; next?: string }> };

export default async function VerifyEmail({ searchParams }: Props) {
  const { token, intent, next } = await searchParams;
  const asCreator = intent === "creator";
  const on = isOwnPath(next) ? next : undefined;
  const again = signUpPath({ intent: asCreator ? "creator" : "fan", next: on });
  if (!token) {
    return (
      <AccountPage title="This link is cut off" lead="Part of it is missing. Copy all of it from the mail, or ask for a new one: sign up again with the same address and password.">
        <LinkButton href={again} variant="primary">
          Get a new link
        </LinkButton>
      </AccountPage>
    );
  }
  return (
    <AccountPage>
      <NeedsScripts>Confirming needs JavaScript. Turn it on in your browser, then load the page again.</NeedsScripts>
      <ConfirmButton token={token} next={asCreator ? "/studio/welcome" : (on ?? "/feed")} again={again} />
    </AccountPage>
  );
}
