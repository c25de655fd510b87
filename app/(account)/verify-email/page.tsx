import type { Metadata } from "next";
import Link from "next/link";
import { AccountPage } from "../_parts/account-page";
import { ConfirmButton } from "./confirm-button";

export const metadata: Metadata = { title: "Confirm your address", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string; intent?: string }> };

export default async function VerifyEmail({ searchParams }: Props) {
  const { token, intent } = await searchParams;
  if (!token) {
    return (
      <AccountPage title="This link is cut off" lead="Part of it is missing. Copy all of it from the mail, or ask for a new one: sign up again with the same address and password.">
        <Link href="/sign-up" className="link">
          Ask for a new link
        </Link>
      </AccountPage>
    );
  }
  return (
    <AccountPage title="One press, and you are in" lead="This confirms that the email address is yours.">
      <ConfirmButton token={token} next={intent === "creator" ? "/studio/welcome" : "/feed"} intent={intent === "creator" ? "creator" : "fan"} />
    </AccountPage>
  );
}
