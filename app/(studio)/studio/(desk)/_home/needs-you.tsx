import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "@/app/_ui/cx";
import { Card } from "@/app/_ui/surfaces/card";
import { LocalMoment } from "@/app/_ui/time/local-moment";
import type { MemberContext } from "@/app/_server/page-context";
import type { Waiting } from "@/lib/commerce/waiting";
import type { Creator } from "@/lib/content/creators";
import type { Post } from "@/lib/content/posts";
import { explainLack } from "@/lib/identity/standing";
import type { MoneyValue } from "@/lib/platform/money/format";
import { moneyNeeds } from "./money-needs";

export type Need = { title: string; text: ReactNode; href: string; urgent?: boolean };
type Props = { ctx: MemberContext; creator: Creator; posts: Post[]; tiers: number; waiting: Waiting; balance: MoneyValue };

function needsOf({ ctx, creator, posts, tiers, waiting, balance }: Props): Need[] {
  const drafts = posts.filter((post) => post.status === "draft");
  const [draft] = drafts;
  return [
    ...(ctx.actor.capabilities.has("publish") ? [] : [{ title: "You cannot publish", text: explainLack("publish"), href: "/settings", urgent: true }]),
    ...moneyNeeds(waiting, balance),
    ...(creator.artMediaId ? [] : [{ title: "Put up your art", text: "Your page has no picture, so people pass it by.", href: "/studio/page", urgent: true }]),
    ...(creator.tagline ? [] : [{ title: "Say who you are, in a line", text: "It stands under your name.", href: "/studio/page" }]),
    ...(tiers ? [] : [{ title: "Make a way to join", text: "Without a tier nobody can pay you.", href: "/studio/tiers", urgent: true }]),
    ...(posts.length ? [] : [{ title: "Post something", text: "The first post shows your page to others.", href: "/studio/posts/new", urgent: true }]),
    ...(draft ? [{ title: drafts.length === 1 ? "Finish a draft" : `Finish ${drafts.length} drafts`, text: draft.title || draft.teaser || "Without words yet", href: drafts.length === 1 ? `/studio/posts/${draft.id}` : "/studio/posts" }] : []),
  ];
}
/** What goes its way without them. */
function underWay(posts: Post[]): Need[] {
  const waiting = posts.filter((post) => post.status === "in_review");
  const next = posts.filter((post) => post.status === "scheduled").sort((a, b) => (a.publishedAt ?? "").localeCompare(b.publishedAt ?? ""))[0];
  return [
    ...(waiting.length ? [{ title: waiting.length === 1 ? "A post is being checked" : `${waiting.length} posts are being checked`, text: "They show as soon as that is done.", href: "/studio/posts" }] : []),
    ...(next?.publishedAt ? [{ title: `Scheduled: ${next.title || next.teaser || "a post"}`, text: <LocalMoment date={next.publishedAt} />, href: `/studio/posts/${next.id}` }] : []),
  ];
}

export function NeedsYou(props: Props) {
  const needs = needsOf(props);
  const going = underWay(props.posts);
  return (
    <Card as="section" aria-labelledby="needs-you" className="lg:p-5.5">
      <h2 id="needs-you" className="mb-3 font-semibold">
        Needs you
      </h2>
      {needs.length === 0 ? <p className="border-t border-line py-4 text-soft">Nothing. Go and make something.</p> : <Rows needs={needs} dots />}
      {going.length > 0 && (
        <>
          <h3 className="mt-5 mb-3 font-semibold">Under way</h3>
          <Rows needs={going} />
        </>
      )}
    </Card>
  );
}

function Rows({ needs, dots = false }: { needs: Need[]; dots?: boolean }) {
  return (
    <ul>
      {needs.map(({ title, text, href, urgent }) => (
        <li key={title} className="border-t border-line">
          <Link href={href} className="-mx-2 flex gap-3 rounded-s px-2 py-3 transition-colors -outline-offset-2 hover:bg-raised/60">
            {dots && <span aria-hidden="true" className={cx("mt-2 size-2 shrink-0 rounded-full", urgent ? "bg-held" : "bg-outline")} />}
            <span className="min-w-0">
              <span className="block font-medium">{title}</span>
              <span className="line-clamp-2 text-small text-soft">{text}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
