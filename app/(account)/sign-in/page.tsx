import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ownPath } from "@/app/_client/own-path";
import { pageContext } from "@/app/_server/page-context";
import { reasonToShow } from "@/lib/identity/sessions";
import { config } from "@/lib/platform/config";
import { AccountPage } from "../_parts/account-page";
import { GoogleButton } from "../_parts/google-button";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string; error?: string }> };

export default async function SignIn({ searchParams }: Props) {
  const { next, error } = await searchParams;
  const { actor } = await pageContext();
  const after = ownPath(next, actor.kind === "user" && actor.creatorId ? "/studio" : "/feed");
  if (actor.kind === "user") redirect(after);
  const foot = (
    <>
      New here?{" "}
      <Link className="link text-ink" href={next ? `/sign-up?next=${encodeURIComponent(after)}` : "/sign-up"}>
        Sign up
      </Link>
    </>
  );
  return (
    <AccountPage title="Good to see you" foot={foot}>
      {config().GOOGLE_CLIENT_ID && <GoogleButton next={after} />}
      <SignInForm next={next ? after : undefined} reason={error ? reasonToShow(error) : undefined} />
    </AccountPage>
  );
}
