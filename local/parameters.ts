import type { ServiceName } from "./cloud";
import type { Secrets } from "./secrets";

/** The app's parameters, as they stand in the parameter store. */
export interface Parameters {
  DATABASE_URL: string;
  UPSTASH_REDIS_REST_URL: string;
  UPSTASH_REDIS_REST_TOKEN: string;
  S3_BUCKET: string;
  S3_REGION: string;
  S3_ENDPOINT: string;
  S3_ACCESS_KEY_ID: string;
  S3_SECRET_ACCESS_KEY: string;
  STRIPE_SECRET_KEY: string;
  STRIPE_WEBHOOK_SECRET: string;
  STRIPE_CONNECT_WEBHOOK_SECRET: string;
  STRIPE_API_BASE: string;
  SENDGRID_API_KEY: string;
  SENDGRID_API_BASE: string;
  MAIL_FROM: string;
  SENTRY_DSN: string;
  CRON_SECRET: string;
  NEXTAUTH_SECRET: string;
  NEXTAUTH_URL: string;
  APP_URL: string;
  GOOGLE_CLIENT_ID: string;
  GOOGLE_CLIENT_SECRET: string;
  GOOGLE_ISSUER: string;
  FIELD_KEYS: string;
  TAX_FILER: string;
  STATEMENT_SIGNING_KEY: string;
}

/** A filer that does not exist: 00 begins no employer identification number. */
const taxFiler = { name: "DirectFanz (local)", ein: "000000000", line1: "1 Stage Door", city: "Brooklyn", state: "NY", zip: "11201", phone: "5555550100", contact: "Tax desk", email: "tax@directfanz.test", tcc: "00000" };

export function makeParameters({ urls, secrets, appUrl, region, bucket }: { urls: Record<ServiceName, string>; secrets: Secrets; appUrl: string; region: string; bucket: string }): Parameters {
  return {
    DATABASE_URL: urls.postgres,
    UPSTASH_REDIS_REST_URL: urls.redis,
    UPSTASH_REDIS_REST_TOKEN: secrets.redisToken,
    S3_BUCKET: bucket,
    S3_REGION: region,
    S3_ENDPOINT: urls.s3,
    S3_ACCESS_KEY_ID: secrets.s3AccessKeyId,
    S3_SECRET_ACCESS_KEY: secrets.s3SecretAccessKey,
    STRIPE_SECRET_KEY: secrets.stripeRestrictedKey,
    STRIPE_WEBHOOK_SECRET: secrets.stripeWebhookSecret,
    STRIPE_CONNECT_WEBHOOK_SECRET: secrets.stripeConnectWebhookSecret,
    STRIPE_API_BASE: urls.stripe,
    SENDGRID_API_KEY: secrets.sendGridApiKey,
    SENDGRID_API_BASE: urls.sendgrid,
    MAIL_FROM: "DirectFanz <hello@directfanz.test>",
    SENTRY_DSN: `${urls.sentry.replace("//", `//${secrets.sentryKey}@`)}/1`,
    CRON_SECRET: secrets.cronSecret,
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    NEXTAUTH_URL: appUrl,
    APP_URL: appUrl,
    GOOGLE_CLIENT_ID: secrets.googleClientId,
    GOOGLE_CLIENT_SECRET: secrets.googleClientSecret,
    GOOGLE_ISSUER: urls.oidc,
    FIELD_KEYS: `local:${secrets.fieldKey}`,
    TAX_FILER: JSON.stringify(taxFiler),
    STATEMENT_SIGNING_KEY: secrets.statementKey,
  };
}
