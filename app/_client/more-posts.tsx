"use client";

import dynamic from "next/dynamic";
import { useState, type ReactNode } from "react";
import { Button } from "@/app/_ui/controls/button";
import { Notice } from "@/app/_ui/surfaces/notice";
import type { PostData } from "./post-view-of";
import { useSend } from "./use-send";

const AppendedPosts = dynamic(() => import("./appended-posts").then((module) => module.AppendedPosts));

type Props = {
  cursor: string | null;
  /** Absent: one's own feed. */
  creatorId?: string;
  signedIn: boolean;
  /** Shown already, above: the pinned post. */
  except?: string;
  /** What the viewer may see; when that changes, nothing is remembered. */
  standing: string;
  /** After the last one. */
  end?: ReactNode;
};
type Shown = { posts: PostData[]; cursor: string | null };

/** What was opened stays open when one comes back from a post. Lives as long as the visit. */
const remembered = new Map<string, Shown>();

/** The next posts below the ones the page brought, without leaving one's place. */
export function MorePosts({ cursor, creatorId, signedIn, except, standing, end }: Props) {
  const place = `${creatorId ?? "feed"} ${cursor ?? ""} ${standing}`;
  const [shown, setShown] = useState<Shown>(() => remembered.get(place) ?? { posts: [], cursor });
  const { pending, send, general } = useSend();

  function more() {
    const query = { cursor: shown.cursor ?? undefined, limit: 12 };
    void send(
      async () => {
        const { api } = await import("./api");
        return creatorId ? api.GET("/api/v1/creators/{creatorId}/posts", { params: { path: { creatorId }, query } }) : api.GET("/api/v1/feed", { params: { query } });
      },
      (page) => {
        if (!page) return;
        const next = { posts: [...shown.posts, ...page.data.filter(({ id }) => id !== except)], cursor: page.nextCursor };
        remembered.set(place, next);
        setShown(next);
      },
    );
  }
  return (
    <>
      {shown.posts.length > 0 && <AppendedPosts posts={shown.posts} author={!creatorId} signedIn={signedIn} />}
      {general && <Notice tone="danger" title={general} />}
      {shown.cursor ? (
        <Button className="justify-self-center" pending={pending} pendingText="Fetching…" onClick={more}>
          {general ? "Try again" : "More posts"}
        </Button>
      ) : (
        end
      )}
    </>
  );
}
