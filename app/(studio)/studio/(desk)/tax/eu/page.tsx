import type { Metadata } from "next";
import { NeedsScripts } from "@/app/_ui/surfaces/needs-scripts";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { euOptions } from "../_parts/places";
import { SellerForm } from "./seller-form";

export const metadata: Metadata = { title: "Sellers in the European Union" };

export default async function EuPage() {
  await studioContext();
  return (
    <>
      <PageHead title="In the European Union" lead="Once a year platforms report sellers who live there: who you are, and what you were paid by quarter (Directive 2021/514, DAC7). You get a copy." />
      <div className="max-w-[680px]">
        <NeedsScripts />
        <SellerForm countries={euOptions()} />
      </div>
    </>
  );
}
