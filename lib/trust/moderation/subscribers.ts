import { on } from "@/lib/platform/events";
import { reviewPost } from "./review-post";

export const subscribers = [on("post.submitted", "review-post", reviewPost)];
