import { postViewOf } from "@/app/_client/post-view-of";
import { LockedArt } from "@/app/_ui/creator/locked-art";
import type { Post } from "@/lib/content/posts";

/** The first lines, the blur, and what opens it. */
export function LockedWords({ post, signedIn }: { post: Post; signedIn: boolean }) {
  const { picture, lock } = postViewOf(post, { signedIn });
  return (
    <div>
      {post.teaser && (
        <p dir="auto" className="mb-5 max-w-[62ch] text-large whitespace-pre-line text-pretty">
          {post.teaser}
        </p>
      )}
      {lock && <LockedArt lock={lock} picture={picture} />}
    </div>
  );
}
