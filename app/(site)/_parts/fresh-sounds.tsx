import Link from "next/link";
import { TrackRow } from "@/app/_ui/audio/track-row";
import type { Track } from "@/app/_ui/audio/track";

/** New sounds of different people; they play one after the other. */
export function FreshSounds({ tracks }: { tracks: Track[] }) {
  return (
    <section aria-labelledby="fresh" className="mt-12 lg:mt-16">
      <h2 id="fresh" className="display mb-4 text-title">
        Just made
      </h2>
      <ul className="grid gap-3 lg:grid-cols-3 lg:gap-3.5">
        {tracks.map((track) => (
          <li key={track.id} className="min-w-0 rounded-l border border-line bg-surface p-4">
            <div className="mb-3 flex items-center gap-3">
              {/* eslint-disable-next-line @next/next/no-img-element -- a small picture of known size */}
              {track.artwork && <img src={track.artwork} alt="" width={56} height={56} loading="lazy" className="size-14 shrink-0 rounded-s object-cover" />}
              <div className="min-w-0">
                <h3 className="display truncate text-head">
                  <Link href={track.href} dir="auto" className="rounded-s hover:underline hover:underline-offset-4">
                    {track.title}
                  </Link>
                </h3>
                <p dir="auto" className="truncate text-small text-soft">
                  {track.artist}
                </p>
              </div>
            </div>
            <TrackRow track={track} queue={tracks} />
          </li>
        ))}
      </ul>
    </section>
  );
}
