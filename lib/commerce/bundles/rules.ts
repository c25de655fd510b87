/** Fewer is a post; more is nobody's list to read. */
export const fewestPosts = 2;
export const mostPosts = 50;
/** How many bundles a page may have for sale at a time: all of them are shown together. */
export const mostForSale = 20;
