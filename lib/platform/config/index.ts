import { NotConfigured } from "@/lib/platform/errors";
import { edgeConfig } from "./edge";
import { type Config, configSchema, productionFaults } from "./schema";
import { readParameters } from "./ssm";

export type { Config } from "./schema";
export type { TaxFiler } from "./tax-filer";

/** The process refuses to start: names the keys, never their values. */
export class ConfigError extends Error {
  constructor(readonly faults: string[]) {
    super(`DirectFanz cannot start. Check the configuration:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

/** Parses settings. @throws ConfigError naming each key that is missing or malformed */
export function parseConfig(values: Record<string, string | undefined>): Config {
  const parsed = configSchema.safeParse(values);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => {
        const key = issue.path.join(".");
        return values[key] === undefined ? `${key} is missing` : `${key} is malformed`;
      }),
    );
  }
  const faults = productionFaults(parsed.data);
  if (faults.length > 0) throw new ConfigError(faults);
  return parsed.data;
}

/** Where the one parsed configuration lives; on globalThis because bundlers may load this module more than once. */
const holder = globalThis as typeof globalThis & { directfanzConfig?: Config };

/**
 * Reads settings once: from the parameter store when SSM_PATH is set (always in production), over the process environment.
 * @throws ConfigError
 */
export async function loadConfig(environment: Record<string, string | undefined> = process.env): Promise<Config> {
  if (holder.directfanzConfig) return holder.directfanzConfig;
  const path = environment.SSM_PATH;
  if (!path && environment.APP_ENV === "production") throw new ConfigError(["SSM_PATH is missing: production reads its settings from the parameter store"]);
  const parameters = path ? await readParameters({ path, region: environment.AWS_REGION ?? "us-east-1", endpoint: environment.SSM_ENDPOINT }) : {};
  // On Vercel the address of a deployment and its commit are facts of the environment, not settings.
  const release = environment.VERCEL_GIT_COMMIT_SHA;
  // And what a deployment is no parameter may say otherwise: production's demands hold wherever it runs.
  const deployment = { ...(release ? { RELEASE: release } : {}), ...(environment.APP_ENV ? { APP_ENV: environment.APP_ENV } : {}) };
  return setConfig(parseConfig({ ...environment, ...parameters, ...deployment }));
}

/** Puts a parsed configuration in place; tests use it to point at their own world. */
export function setConfig(config: Config): Config {
  holder.directfanzConfig = config;
  return config;
}

/** The configuration, after loadConfig(). */
export function config(): Config {
  if (!holder.directfanzConfig) throw new ConfigError(["the configuration was used before it was loaded"]);
  return holder.directfanzConfig;
}

/**
 * The middleware cannot read the parameter store. What it reads in the environment must be what the store says, or one of the two
 * would believe what callers write of their address, or take all of them for one. And where there is storage it must know its
 * address, or the pages' security policy lets no browser show or send a file. @throws ConfigError
 */
export function agreeWithEdge(): void {
  const { trustedHops, storageOrigin } = edgeConfig();
  const faults: string[] = [];
  if (trustedHops !== config().TRUSTED_HOPS) faults.push("TRUSTED_HOPS differs between the environment and the parameter store");
  if (config().S3_BUCKET && !URL.canParse(storageOrigin)) faults.push(`STORAGE_ORIGIN is ${storageOrigin === "" ? "missing" : "malformed"} in the environment`);
  if (faults.length > 0) throw new ConfigError(faults);
}

/** A setting that a feature cannot do without. @throws NotConfigured (503) */
export function need<K extends keyof Config>(provider: string, key: K): Exclude<Config[K], undefined> {
  const value = config()[key];
  if (value === undefined) throw new NotConfigured(provider, key);
  return value as Exclude<Config[K], undefined>;
}
