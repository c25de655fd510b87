export { clearPost } from "./clear-post";
export { createPost } from "./create-post";
export { publishPost } from "./publish-post";
export { freshSounds, mediaStatesOf, ownPosts, pinnedPost, postsOfCreator, readFeed, readPost, tiersOfPosts } from "./queries";
export { createPostInput, type Post, postOutput, publishPostInput, updatePostInput } from "./schema";
export { canOpenStudio } from "./studio-policy";
export { deletePost, unpublishPost } from "./unpublish-post";
export { updatePost } from "./update-post";
