import { on } from "@/lib/platform/events";
import { reviewPost, reviewPostsWith } from "./review-post";

export const subscribers = [on("post.submitted", "review-post", reviewPost), on("media.ready", "review-posts-with", reviewPostsWith)];
