export { archiveBundle } from "./archive-bundle";
export { buyBundle } from "./buy-bundle";
export { createBundle } from "./create-bundle";
export { bundlesOf, bundlesWith, ownBundles, readBundle } from "./queries";
export { fewestPosts, mostPosts } from "./rules";
export { bundleOutput, type BundleView, createBundleInput, updateBundleInput } from "./schema";
export { updateBundle } from "./update-bundle";
