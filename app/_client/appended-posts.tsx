"use client";

import { PostCard } from "@/app/_ui/creator/post-card";
import { type PostData, postViewOf } from "./post-view-of";

/** Comes with the first "More": most people never press it. */
export function AppendedPosts({ posts, author, signedIn }: { posts: PostData[]; author: boolean; signedIn: boolean }) {
  return posts.map((post) => <PostCard key={post.id} post={postViewOf(post, { author, signedIn })} />);
}
