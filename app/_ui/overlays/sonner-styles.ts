/**
 * sonner writes its style sheet into the page without a nonce: once empty, once filled. These two hashes belong into
 * `style-src-elem` of the CSP. tests/ui/sonner-styles.test.ts computes them from the package, so an update cannot pass unseen.
 */
export const sonnerStyleHashes = ["'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='", "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='"] as const;
