import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { pageContext } from "@/app/_server/page-context";
import { AccountHead } from "@/app/_ui/shell/account-shell";
import { isOwnPath } from "@/lib/identity/users";
import { config } from "@/lib/platform/config";
import { AccountPage } from "../_parts/account-page";
import { GoogleButton } from "../_parts/google-button";
import { joiningOf } from "../_parts/joining-of";
import { NeedsScripts } from "@/app/_ui/surfaces/needs-scripts";
import { signInPath } from "../_parts/ways";
import { SignUpForm } from "./sign-up-form";

export const metadata: Metadata = { title: "Sign up" };

type Props = { searchParams: Promise<{ intent?: string; next?: string }> };

export default async function SignUp({ searchParams }: Props) {
  const { intent, next } = await searchParams;
  const asCreator = intent === "creator";
  const on = isOwnPath(next) ? next : undefined;
  const ctx = await pageContext();
  if (ctx.actor.kind === "user") redirect(asCreator ? "/studio" : (on ?? "/feed"));
  const joining = await joiningOf(ctx.db, on);
  const head = (
    <>
      <AccountHead title={asCreator ? "Create your page" : "Create your account"} lead={joining ?? "A name, an address, a password. Nothing to pay until you choose to."} />
      <NeedsScripts />
      {config().GOOGLE_CLIENT_ID && <GoogleButton next={asCreator ? "/studio/welcome" : (on ?? "/feed")} />}
    </>
  );
  const foot = (
    <>
      Here before?{" "}
      <Link className="link text-ink" href={signInPath(on)}>
        Sign in
      </Link>
    </>
  );
  return (
    <AccountPage>
      <SignUpForm intent={asCreator ? "creator" : "fan"} next={on} head={head} foot={foot} />
    </AccountPage>
  );
}
