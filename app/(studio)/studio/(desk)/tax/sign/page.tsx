import type { Metadata } from "next";
import { NeedsScripts } from "@/app/_ui/surfaces/needs-scripts";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { Tabs } from "@/app/_ui/surfaces/tabs";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { certifications, currentCertification } from "@/lib/commerce/tax";
import { countryOptions } from "../_parts/places";
import { SignForm } from "./sign-form";

export const metadata: Metadata = { title: "Sign a tax form" };
const kinds = ["w9", "w8ben", "w8ben_e"] as const;
const path = "/studio/tax/sign";
const tabs = [
  { href: path, label: "US person" },
  { href: `${path}?kind=w8ben`, label: "Person abroad" },
  { href: `${path}?kind=w8ben_e`, label: "Company abroad" },
];
const leads = { w9: "Form W-9, for US citizens, residents, and companies.", w8ben: "Form W-8BEN, for people who are not US citizens and do not live there.", w8ben_e: "Form W-8BEN-E, for companies and other organisations outside the United States." };

export default async function SignPage({ searchParams }: { searchParams: Promise<{ kind?: string }> }) {
  await studioContext();
  const asked = (await searchParams).kind;
  const kind = kinds.find((one) => one === asked) ?? "w9";
  return (
    <>
      <PageHead title="Sign a tax form" lead={leads[kind]} />
      <div className="grid max-w-[680px] gap-6">
        <Tabs tabs={tabs} current={kind === "w9" ? path : `${path}?kind=${kind}`} label="Which form" />
        <NeedsScripts />
        <SignForm key={kind} kind={kind} texts={certifications[currentCertification[kind]]} countries={kind === "w9" ? [] : countryOptions()} />
      </div>
    </>
  );
}
