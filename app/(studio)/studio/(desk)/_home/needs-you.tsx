import Link from "next/link";
import { cx } from "@/app/_ui/cx";
import { formatDate } from "@/app/_ui/date-format";
import { Card } from "@/app/_ui/surfaces/card";
import type { MemberContext } from "@/app/_server/page-context";
import type { Creator } from "@/lib/content/creators";
import type { Post } from "@/lib/content/posts";
import { explainLack } from "@/lib/identity/standing";

type Need = { title: string; text: string; href: string; urgent?: boolean };
type Props = { ctx: MemberContext; creator: Creator; posts: Post[]; tiers: number };

function needsOf({ ctx, creator, posts, tiers }: Props): Need[] {
  const drafts = posts.filter((post) => post.status === "draft");
  const [draft] = drafts;
  const waiting = posts.filter((post) => post.status === "in_review");
  const next = posts.filter((post) => post.status === "scheduled").at(-1);
  return [
    ...(ctx.actor.capabilities.has("publish") ? [] : [{ title: "You cannot publish", text: explainLack("publish"), href: "/settings", urgent: true }]),
    ...(creator.artMediaId ? [] : [{ title: "Put up your art", text: "Your page has no picture, so people pass it by.", href: "/studio/page", urgent: true }]),
    ...(creator.tagline ? [] : [{ title: "Say who you are, in a line", text: "It stands under your name.", href: "/studio/page" }]),
    ...(tiers ? [] : [{ title: "Make a way to join", text: "Without a tier nobody can pay you.", href: "/studio/tiers", urgent: true }]),
    ...(posts.length ? [] : [{ title: "Post something", text: "The first post shows your page to others.", href: "/studio/posts/new", urgent: true }]),
    ...(draft ? [{ title: drafts.length === 1 ? "Finish a draft" : `Finish ${drafts.length} drafts`, text: draft.title || draft.teaser || "Without words yet", href: drafts.length === 1 ? `/studio/posts/${draft.id}` : "/studio/posts" }] : []),
    ...(waiting.length ? [{ title: waiting.length === 1 ? "A post is being looked at" : `${waiting.length} posts are being looked at`, text: "They show as soon as that is done.", href: "/studio/posts" }] : []),
    ...(next?.publishedAt ? [{ title: "Next to go out", text: `${next.title || next.teaser}, ${formatDate(new Date(next.publishedAt), "moment")}`, href: `/studio/posts/${next.id}` }] : []),
  ];
}

export function NeedsYou(props: Props) {
  const needs = needsOf(props);
  return (
    <Card as="section" aria-labelledby="needs-you" className="lg:p-5.5">
      <h2 id="needs-you" className="mb-3 font-semibold">
        Needs you
      </h2>
      {needs.length === 0 ? (
        <p className="border-t border-line py-4 text-soft">Nothing. Go and make something.</p>
      ) : (
        <ul>
          {needs.map(({ title, text, href, urgent }) => (
            <li key={title} className="border-t border-line">
              <Link href={href} className="-mx-2 flex gap-3 rounded-s px-2 py-3 transition-colors -outline-offset-2 hover:bg-raised/60">
                <span aria-hidden="true" className={cx("mt-2 size-2 shrink-0 rounded-full", urgent ? "bg-held" : "bg-outline")} />
                <span className="min-w-0">
                  <span className="block font-medium">{title}</span>
                  <span className="line-clamp-2 text-small text-soft">{text}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
