export { type Audience, maySee, type Restricted, type ViewerStanding } from "./decide";
export { grantHolds, heldRank, standingOf, viewerStandings } from "./queries";
export { endGrant, type GrantInput, writeGrant } from "./write-grant";
export { noteUse, unusedGrant } from "./note-use";
export { endPostGrants, grantPosts, heldPosts, holdsPost, noteHandedOut, noteOpening, openingNoted, type PostGrantInput, unusedPost } from "./post-grants";
