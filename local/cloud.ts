import path from "node:path";
import { PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { startOidc } from "./oidc";
import { stripePermissions } from "@/lib/commerce/rails/stripe/permissions";
import { makeParameters, type Parameters } from "./parameters";
import { startPostgres } from "./postgres";
import { startRedis } from "./redis";
import { startS3 } from "./s3";
import { keepSecrets, type Secrets } from "./secrets";
import { startSendGrid } from "./sendgrid";
import { startSentry } from "./sentry";
import { startSsm } from "./ssm";
import { startStripe } from "./stripe";
import { freePort, type Service } from "./support/http";
import { rememberPorts } from "./support/ports";

export type { Parameters } from "./parameters";

export const serviceNames = ["postgres", "redis", "s3", "ssm", "stripe", "sendgrid", "sentry", "oidc"] as const;
export type ServiceName = (typeof serviceNames)[number];

export interface CloudOptions {
  /** Everything the services keep lies below this folder. */
  dataDir: string;
  /** The app's own address, such as http://localhost:3000 */
  appUrl: string;
  /** Absent: all. What is left out gets an address where nobody answers. */
  services?: readonly ServiceName[];
  /** Hears of each service when it is up. */
  onStep?: (name: string, detail: string, milliseconds: number) => void;
  /** false: PostgreSQL does not wait for the disk. For tests. */
  durable?: boolean;
  /** Use this PostgreSQL instead of starting one. */
  databaseUrl?: string | undefined;
  /** Where the Stripe double delivers. Absent: the app. `null`: nowhere until told. */
  webhookUrl?: string | null;
}

export interface Cloud {
  /** What the app's process needs in its environment; the rest it reads from the parameter store. */
  env: Record<string, string>;
  /** The address of each service. */
  urls: Record<ServiceName, string>;
  /** What stands in the parameter store, by key. */
  parameters: Parameters;
  /** Which engines answer, in words. */
  engines: { postgres: string; redis: string };
  stop: () => Promise<void>;
}

export const region = "us-east-1";
export const parameterPath = "/directfanz/local/";
export const bucketName = "directfanz-media";
/** The discard port: nothing listens there. */
const nowhere: Service = { url: "http://127.0.0.1:9", port: 9, stop: () => Promise.resolve() };

/** Starts the services the app lives on, all at once, and writes its parameters into the store. @throws LocalProblem */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { dataDir, appUrl, services = serviceNames, onStep } = options;
  const [secrets, ports] = await Promise.all([keepSecrets(dataDir), rememberPorts(dataDir)]);
  const running: Service[] = [];
  const stop = async (): Promise<void> => {
    await Promise.allSettled(running.map((service) => service.stop()));
  };
  const engines = { postgres: "not started", redis: "not started" };

  const up = async (name: ServiceName): Promise<[ServiceName, Service]> => {
    if (!services.includes(name)) return [name, nowhere];
    const started = performance.now();
    const service = await starters[name](options, secrets, ports.get(name));
    running.push(service);
    ports.set(name, service.port);
    const engine = "engine" in service ? String(service.engine) : "";
    if (name === "postgres" || name === "redis") engines[name] = engine;
    onStep?.(name, engine, performance.now() - started);
    return [name, service];
  };

  const outcomes = await Promise.allSettled(serviceNames.map(up));
  try {
    const started = Object.fromEntries(outcomes.map((outcome) => valueOf(outcome))) as Record<ServiceName, Service>;
    const urls = Object.fromEntries(Object.entries(started).map(([name, { url }]) => [name, url])) as Record<ServiceName, string>;
    const parameters = makeParameters({ urls, secrets, appUrl, region, bucket: bucketName });
    const env = environment(urls, secrets, parameters);
    if (services.includes("ssm")) await writeParameters(env, parameters);
    await ports.save();
    return { env, urls, parameters, engines, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function valueOf<T>(outcome: PromiseSettledResult<T>): T {
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}

type Starter = (options: CloudOptions, secrets: Secrets, port: number | undefined) => Promise<Service>;

const wanted = (port: number | undefined): { port?: number } => (port === undefined ? {} : { port });

const starters: Record<ServiceName, Starter> = {
  postgres: ({ dataDir, databaseUrl, durable = true }, { postgresPassword }, port) =>
    startPostgres({ dataDir: path.join(dataDir, "postgres"), password: postgresPassword, databaseUrl, durable, ...wanted(port) }),
  redis: ({ dataDir }, { redisToken }, port) => startRedis({ dataDir: path.join(dataDir, "redis"), token: redisToken, ...wanted(port) }),
  s3: ({ dataDir, appUrl }, { s3AccessKeyId, s3SecretAccessKey }, port) =>
    startS3({ dataDir: path.join(dataDir, "s3"), credentials: { accessKeyId: s3AccessKeyId, secretAccessKey: s3SecretAccessKey }, buckets: [bucketName], corsOrigins: originsOf(appUrl), ...wanted(port) }),
  ssm: ({ dataDir }, _secrets, port) => startSsm({ dataDir: path.join(dataDir, "ssm"), ...wanted(port) }),
  stripe: async ({ dataDir, appUrl, webhookUrl }, { stripeSecretKey, stripeRestrictedKey, stripeWebhookSecret, stripeConnectWebhookSecret }, port) =>
    startStripe({
      dataDir: path.join(dataDir, "stripe"),
      webhookUrl: webhookUrl === null ? undefined : (webhookUrl ?? new URL("/api/webhooks/stripe", appUrl).href),
      webhookSecret: stripeWebhookSecret,
      ...(webhookUrl === undefined ? { connectWebhookUrl: new URL("/api/webhooks/stripe-connect", appUrl).href, connectWebhookSecret: stripeConnectWebhookSecret } : {}),
      secretKey: stripeSecretKey,
      restricted: { key: stripeRestrictedKey, permissions: stripePermissions },
      port: await freePort(port),
    }),
  sendgrid: ({ dataDir }, { sendGridApiKey }, port) => startSendGrid({ dataDir: path.join(dataDir, "sendgrid"), apiKey: sendGridApiKey, ...wanted(port) }),
  sentry: ({ dataDir }, _secrets, port) => startSentry({ dataDir: path.join(dataDir, "sentry"), ...wanted(port) }),
  oidc: ({ dataDir, appUrl }, { googleClientId, googleClientSecret }, port) =>
    startOidc({ dataDir: path.join(dataDir, "oidc"), clientId: googleClientId, clientSecret: googleClientSecret, redirectUris: originsOf(appUrl).map((origin) => `${origin}/api/auth/callback/google`), ...wanted(port) }),
};

/** One machine has two names, and people type either. */
function originsOf(appUrl: string): string[] {
  const { origin } = new URL(appUrl);
  return [...new Set([origin, origin.replace("//localhost", "//127.0.0.1"), origin.replace("//127.0.0.1", "//localhost")])];
}

function environment(urls: Record<ServiceName, string>, secrets: Secrets, parameters: Parameters): Record<string, string> {
  return {
    APP_ENV: "local",
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: secrets.s3AccessKeyId,
    AWS_SECRET_ACCESS_KEY: secrets.s3SecretAccessKey,
    SSM_ENDPOINT: urls.ssm,
    SSM_PATH: parameterPath,
    APP_URL: parameters.APP_URL,
    NEXTAUTH_URL: parameters.NEXTAUTH_URL, // next-auth reads these two from the environment by itself
    NEXTAUTH_SECRET: parameters.NEXTAUTH_SECRET,
    STORAGE_ORIGIN: urls.s3,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

async function writeParameters(env: Record<string, string>, parameters: Parameters): Promise<void> {
  const { AWS_REGION = region, SSM_ENDPOINT = "", AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "" } = env;
  const client = new SSMClient({ region: AWS_REGION, endpoint: SSM_ENDPOINT, credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY } });
  try {
    await Promise.all(Object.entries<string>({ ...parameters }).map(([name, Value]) => client.send(new PutParameterCommand({ Name: `${parameterPath}${name}`, Value, Type: "SecureString", Overwrite: true }))));
  } finally {
    client.destroy();
  }
}
