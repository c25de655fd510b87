import { artOf } from "@/app/_client/media";
import { trackOf } from "@/app/_client/post-view-of";
import { PlayButton } from "@/app/_ui/audio/play-button";
import { Waveform } from "@/app/_ui/audio/waveform";
import { formatDuration } from "@/app/_ui/date-format";
import { Art } from "@/app/_ui/surfaces/art";
import type { Post } from "@/lib/content/posts";

/** What it is all about, first and large: pictures, or the sleeve and the shape of the song. Nothing for words alone. */
export function TheThing({ post }: { post: Post }) {
  if (post.locked) return null;
  const track = trackOf(post);
  const pictures = post.media.filter(({ kind }) => kind === "picture");
  const sleeve = track && pictures.length === 0 && post.creator.artMediaId ? artOf(post.creator.artMediaId, post.creator.accent) : null;
  return (
    <>
      {sleeve && <Art art={sleeve} alt="" priority sizes="(width < 768px) 100vw, 480px" className="mx-auto aspect-square w-full max-w-[480px] rounded-m shadow-float" />}
      {pictures.map(({ id, width, height, altText }, i) => (
        <Art
          key={id}
          art={artOf(id, post.creator.accent, { width, height })}
          alt={altText}
          priority={i === 0}
          sizes="(width < 1040px) 100vw, 1040px"
          className={track && i === 0 ? "mx-auto aspect-square w-full max-w-[480px] rounded-m shadow-float" : "mx-auto h-auto max-h-[82dvh] w-auto max-w-full rounded-m"}
        />
      ))}
      {track && (
        <div className="mx-auto flex w-full max-w-[680px] items-center gap-4">
          <PlayButton track={track} size="large" />
          <Waveform track={track} />
          <span className="num text-small text-soft">{formatDuration(track.duration)}</span>
        </div>
      )}
    </>
  );
}
