import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ownPath } from "@/app/_client/own-path";
import { pageContext } from "@/app/_server/page-context";
import { config } from "@/lib/platform/config";
import { AccountPage } from "../_parts/account-page";
import { GoogleButton } from "../_parts/google-button";
import { SignUpForm } from "./sign-up-form";

export const metadata: Metadata = { title: "Sign up" };

type Props = { searchParams: Promise<{ intent?: string; next?: string }> };

export default async function SignUp({ searchParams }: Props) {
  const { intent, next } = await searchParams;
  const asCreator = intent === "creator";
  const { actor } = await pageContext();
  if (actor.kind === "user") redirect(asCreator ? "/studio" : ownPath(next, "/feed"));
  const foot = (
    <>
      Here before?{" "}
      <Link className="link text-ink" href={next ? `/sign-in?next=${encodeURIComponent(ownPath(next, "/feed"))}` : "/sign-in"}>
        Sign in
      </Link>
    </>
  );
  return (
    <AccountPage title={asCreator ? "Open your page" : "Come in"} lead="A name, an address, a password. Nothing to pay until you choose to." foot={foot}>
      {config().GOOGLE_CLIENT_ID && <GoogleButton next={asCreator ? "/studio/welcome" : ownPath(next, "/feed")} />}
      <SignUpForm intent={asCreator ? "creator" : "fan"} />
    </AccountPage>
  );
}
