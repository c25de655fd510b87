export { followCreator, unfollowCreator } from "./follow-creator";
export { listFollowing } from "./queries";
export { type Membership, type Relation, relationTo } from "./relation";
export { followOutput } from "./schema";
