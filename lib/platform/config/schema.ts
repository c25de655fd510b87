import { z } from "zod";
import { readFieldKeys } from "./field-keys";
import { readSigningKey } from "./signing-key";
import { readTaxFiler } from "./tax-filer";

const url = z.url();
const secret = z.string().min(16);
const truth = z.enum(["true", "false"]).default("false").transform((value) => value === "true");

/** Every setting the app has. Required: without it we do not start. Optional: its feature says "not configured". */
export const configSchema = z.object({
  APP_ENV: z.enum(["local", "test", "production"]),
  APP_URL: url,
  NEXTAUTH_URL: url,
  NEXTAUTH_SECRET: z.string().min(32),
  DATABASE_URL: z.string().startsWith("postgres"),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(10),
  CRON_SECRET: secret,
  /** How many proxies stand before us that we trust to append to X-Forwarded-For (Vercel: 1). */
  TRUSTED_HOPS: z.coerce.number().int().min(0).max(5).default(0),

  UPSTASH_REDIS_REST_URL: url.optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().min(1).optional(),

  S3_BUCKET: z.string().min(3).optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ENDPOINT: url.optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),

  STRIPE_SECRET_KEY: z.string().regex(/^(sk|rk)_(test|live)_/).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().startsWith("whsec_").optional(),
  /** Of the second endpoint, which hears of creators' own accounts. */
  STRIPE_CONNECT_WEBHOOK_SECRET: z.string().startsWith("whsec_").optional(),
  STRIPE_API_BASE: url.optional(),
  /** The owner's statement that Stripe has approved adult sales in writing. */
  STRIPE_ADULT_APPROVED: truth,

  SENDGRID_API_KEY: z.string().min(1).optional(),
  SENDGRID_API_BASE: url.optional(),
  MAIL_FROM: z.string().min(3).default("DirectFanz <hello@directfanz.io>"),

  SENTRY_DSN: url.optional(),
  RELEASE: z.string().default("unreleased"),

  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
  GOOGLE_ISSUER: url.default("https://accounts.google.com"),

  /** A range service for breached passwords (k-anonymity, five hex characters). Absent: the bundled list. */
  BREACHED_PASSWORDS_URL: url.optional(),
  /** What encrypts fields: "<id>:<32 bytes in base64>", several with commas between; the first seals, all open. */
  FIELD_KEYS: z.string().transform(readFieldKeys).optional(),
  /** Which form reports what fans paid: by our reading we are a third-party settlement organisation (docs/tax.md). */
  TAX_FORM_FOR_SALES: z.enum(["1099-K", "1099-NEC"]).default("1099-K"),
  /** Who we are to the tax offices, as JSON; without it no tax document is made. */
  TAX_FILER: z.string().transform(readTaxFiler).optional(),
  /** Signs creators' monthly statements: the seed of an Ed25519 key, 32 bytes in base64. Without it they say that they are unsigned. */
  STATEMENT_SIGNING_KEY: z.string().transform(readSigningKey).optional(),
  FFMPEG_PATH: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Config = z.infer<typeof configSchema>;

/** What production asks beyond the shape: real keys, TLS, our own address. Returns one sentence for each fault. */
export function productionFaults(config: Config): string[] {
  if (config.APP_ENV !== "production") return [];
  const faults: string[] = [];
  const required = ["UPSTASH_REDIS_REST_URL", "UPSTASH_REDIS_REST_TOKEN", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "SENDGRID_API_KEY", "SENTRY_DSN", "FIELD_KEYS"] as const;
  for (const key of required) if (config[key] === undefined) faults.push(`${key} is missing`);
  if (config.STRIPE_SECRET_KEY?.includes("_test_")) faults.push("STRIPE_SECRET_KEY is a test key");
  else if (config.STRIPE_SECRET_KEY?.startsWith("sk_")) faults.push("STRIPE_SECRET_KEY may do everything: make a restricted key");
  // Without a trusted proxy nobody's address is known: all the world would share one limit.
  if (config.TRUSTED_HOPS === 0) faults.push("TRUSTED_HOPS must be 1 or more");
  if (sslModeOf(config.DATABASE_URL) !== "verify-full") faults.push("DATABASE_URL must say sslmode=verify-full");
  for (const key of ["APP_URL", "NEXTAUTH_URL"] as const) if (new URL(config[key]).protocol !== "https:") faults.push(`${key} must be https`);
  for (const key of ["STRIPE_API_BASE", "SENDGRID_API_BASE", "S3_ENDPOINT", "UPSTASH_REDIS_REST_URL", "SENTRY_DSN", "GOOGLE_ISSUER", "BREACHED_PASSWORDS_URL"] as const) if (config[key]?.startsWith("http:")) faults.push(`${key} points at a double`);
  return faults;
}

/** Said once, as a parameter: a word in a password is not a setting, and of two the driver would take the last. */
function sslModeOf(databaseUrl: string): string {
  return URL.canParse(databaseUrl) ? new URL(databaseUrl).searchParams.getAll("sslmode").join() : "";
}
