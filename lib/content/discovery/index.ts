export { discoverCreators, listGenres, search } from "./queries";
export { discoverQuery, searchOutput, searchQuery } from "./schema";
