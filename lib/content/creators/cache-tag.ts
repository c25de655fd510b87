/** What is kept in the cache about who is here is forgotten by this name, after a change that shows there. */
export const creatorsTag = "creators";
