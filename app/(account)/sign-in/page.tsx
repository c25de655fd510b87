import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { pageContext } from "@/app/_server/page-context";
import { reasonToShow } from "@/lib/identity/sessions";
import { isOwnPath } from "@/lib/identity/users";
import { config } from "@/lib/platform/config";
import { AccountPage } from "../_parts/account-page";
import { GoogleButton } from "../_parts/google-button";
import { joiningOf } from "../_parts/joining-of";
import { NeedsScripts } from "@/app/_ui/surfaces/needs-scripts";
import { signUpPath } from "../_parts/ways";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string; error?: string }> };

export default async function SignIn({ searchParams }: Props) {
  const { next, error } = await searchParams;
  const { actor, db } = await pageContext();
  const on = isOwnPath(next) ? next : undefined;
  if (actor.kind === "user") redirect(on ?? (actor.creatorId ? "/studio" : "/feed"));
  const foot = (
    <>
      New here?{" "}
      <Link className="link text-ink" href={signUpPath({ next: on })}>
        Sign up
      </Link>
    </>
  );
  return (
    <AccountPage title="Sign in" lead={await joiningOf(db, on)} foot={foot}>
      <NeedsScripts />
      {config().GOOGLE_CLIENT_ID && <GoogleButton next={on ?? "/feed"} />}
      <SignInForm next={on} reason={error ? reasonToShow(error) : undefined} />
    </AccountPage>
  );
}
