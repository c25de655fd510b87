import { artOf } from "@/app/_client/media";
import { trackOf } from "@/app/_client/post-view-of";
import { PlayButton } from "@/app/_ui/audio/play-button";
import { CreatorTile } from "@/app/_ui/creator/creator-tile";
import { Wall } from "@/app/_ui/creator/wall";
import type { CreatorCard } from "@/lib/content/creators";
import type { Post } from "@/lib/content/posts";

type Props = {
  creators: CreatorCard[];
  /** The first one fills two rows. */
  big?: boolean;
  /** Heard from the corner of their maker's tile. */
  sounds?: Post[];
};

export function CreatorsWall({ creators, big = false, sounds = [] }: Props) {
  const tracks = new Map(sounds.map((post) => [post.creator.id, trackOf(post)]));
  return (
    <Wall>
      {creators.map(({ id, handle, name, tagline, artMediaId, accent }, i) => {
        const track = tracks.get(id);
        const loud = big && i === 0;
        return (
          <CreatorTile
            key={id}
            name={name}
            href={`/c/${handle}`}
            art={artMediaId ? artOf(artMediaId, accent) : null}
            line={loud ? tagline : undefined}
            big={loud}
            priority={i < 4}
            sizes={loud ? "(width < 1024px) 100vw, 20vw" : "(width < 768px) 50vw, (width < 1024px) 33vw, 20vw"}
            artName={`art-${handle}`}
            corner={track ? <PlayButton track={track} tone="paper" /> : undefined}
          />
        );
      })}
    </Wall>
  );
}
