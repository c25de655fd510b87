import type { Metadata } from "next";
import Link from "next/link";
import { AccountPage } from "../_parts/account-page";
import { NeedsScripts } from "@/app/_ui/surfaces/needs-scripts";
import { RecoverForm } from "./recover-form";

export const metadata: Metadata = { title: "A new password" };

export default function Recover() {
  const foot = (
    <Link className="link" href="/sign-in">
      Back to sign in
    </Link>
  );
  return (
    <AccountPage title="Forgot your password?" lead="Give the address you signed up with. We send a link to a new password." foot={foot}>
      <NeedsScripts />
      <RecoverForm />
    </AccountPage>
  );
}
