/**
 * The little that the edge middleware needs. It cannot read the parameter store before every page,
 * so these few, none of them secret, come from the environment of the deployment.
 */
export function edgeConfig(): { storageOrigin: string; secure: boolean; trustedHops: number } {
  return {
    storageOrigin: process.env.STORAGE_ORIGIN ?? "",
    secure: (process.env.APP_URL ?? "").startsWith("https:"),
    trustedHops: Number(process.env.TRUSTED_HOPS ?? "0"),
  };
}
