export { followCreator, unfollowCreator } from "./follow-creator";
export { isFollowing, listFollowing } from "./queries";
export { followOutput } from "./schema";
