import { AudioLines, ChevronRight, Image, TextAlignStart } from "lucide-react";
import Link from "next/link";
import { LinkButton } from "@/app/_ui/controls/link-button";

const ideas = [
  { kind: "sound", text: "A song, even a rough one", Icon: AudioLines },
  { kind: "picture", text: "A picture of where you work", Icon: Image },
  { kind: "words", text: "Three lines on what you are making", Icon: TextAlignStart },
];

export function PostStep({ handle }: { handle: string }) {
  return (
    <div className="grid gap-6">
      <ul className="grid gap-2">
        {ideas.map(({ kind, text, Icon }) => (
          <li key={kind}>
            <Link href={`/studio/posts/new?kind=${kind}`} className="flex items-center gap-3 rounded-m border border-line bg-surface px-4 py-3 transition-colors hover:border-outline hover:bg-raised">
              <Icon aria-hidden="true" className="size-5 text-soft" />
              <span className="flex-1">{text}</span>
              <ChevronRight aria-hidden="true" className="size-5 text-soft" />
            </Link>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/studio/posts/new" variant="primary" size="large">
          Write the first post
        </LinkButton>
        <LinkButton href="/studio" variant="plain" size="large">
          Go to the studio
        </LinkButton>
      </div>
      <p className="text-small text-soft">
        Your page is at <b className="font-semibold text-ink">directfanz.io/c/{handle}</b>
      </p>
    </div>
  );
}
