export { archiveBundle } from "./archive-bundle";
export { buyBundle } from "./buy-bundle";
export { createBundle } from "./create-bundle";
export { bundlesOf, bundlesWith, hasBundles, ownBundles, readBundle, sellsBundles } from "./queries";
export { fewestPosts } from "./rules";
export { bundleOutput, type BundleView, createBundleInput, updateBundleInput } from "./schema";
export { updateBundle } from "./update-bundle";
