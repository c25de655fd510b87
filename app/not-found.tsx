import type { Metadata } from "next";
import { connection } from "next/server";
import { Button } from "./_ui/controls/button";
import { Input } from "./_ui/forms/input";
import { StageDoor } from "./_ui/surfaces/stage-door";
import { Wordmark } from "./_ui/surfaces/wordmark";

export const metadata: Metadata = { title: "This door is closed" };

export default async function NotFound() {
  await connection(); // never prerendered: a page made at build time would carry no nonce
  return (
    <main id="main" tabIndex={-1} className="mx-auto flex min-h-dvh max-w-[1040px] flex-col px-5 py-5 outline-none lg:px-10 lg:py-8">
      <Wordmark className="w-fit" />
      <div className="grid flex-1 content-center items-center gap-8 py-8 md:grid-cols-[minmax(220px,340px)_1fr] md:gap-16">
        <StageDoor className="mx-auto w-44 md:w-full" />
        <div>
          <h1 className="poster text-poster">This door is closed.</h1>
          <p className="mt-4 max-w-[44ch] text-large text-soft">Nothing is behind this address, or it is not for you to see. Perhaps they are playing somewhere else tonight.</p>
          <form action="/search" role="search" className="mt-7 flex max-w-[460px] gap-2">
            <Input type="search" name="q" aria-label="Search for an artist, a song or a tag" placeholder="An artist, a song, a tag" />
            <Button type="submit" variant="strong">
              Search
            </Button>
          </form>
        </div>
      </div>
    </main>
  );
}
