export interface EdgeConfig {
  /** Scheme and host of the storage that browsers read from and upload to. */
  storageOrigin: string;
  secure: boolean;
  trustedHops: number;
  development: boolean;
}

/**
 * The little that the edge middleware needs. It cannot read the parameter store before every page,
 * so these few, none of them secret, come from the environment of the deployment.
 */
export function edgeConfig(): EdgeConfig {
  return {
    storageOrigin: process.env.STORAGE_ORIGIN ?? "",
    secure: (process.env.APP_URL ?? process.env.NEXTAUTH_URL ?? "").startsWith("https:"),
    trustedHops: Number(process.env.TRUSTED_HOPS ?? "0"),
    development: process.env.NODE_ENV === "development",
  };
}
