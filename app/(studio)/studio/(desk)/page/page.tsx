import type { Metadata } from "next";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { ArtForm } from "@/app/(studio)/_parts/art-form";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { PageForm } from "./page-form";

export const metadata: Metadata = { title: "Your page" };

export default async function EditPage() {
  const { creator } = await studioContext();
  return (
    <>
      <PageHead title="Your page" lead={<span className="num">directfanz.io/c/{creator.handle}</span>} actions={<LinkButton href={`/c/${creator.handle}`}>See it</LinkButton>} />
      <div className="grid max-w-[680px] gap-8">
        <section aria-labelledby="art-head">
          <h2 id="art-head" className="mb-3 font-semibold">
            Art
          </h2>
          <ArtForm creatorId={creator.id} name={creator.name} artMediaId={creator.artMediaId} accent={creator.accent} />
        </section>
        <PageForm creator={creator} />
      </div>
    </>
  );
}
