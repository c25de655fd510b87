import { randomBytes } from "node:crypto";
import { CreateBucketCommand, PutBucketCorsCommand, S3Client } from "@aws-sdk/client-s3";
import { escapeIdentifier } from "pg";
import { inject } from "vitest";
import type { Parameters } from "@/local/cloud";
import { ask } from "@/local/postgres";
import { databases } from "@/local/redis/engine";
import type { Mail } from "@/local/sendgrid";

let mine: Promise<Parameters> | undefined;

/**
 * The app's parameters for this test file: a database of its own with all migrations applied, a bucket of its own,
 * and a Redis database of its own. Made on the first call; the same afterwards.
 */
export function testParameters(): Promise<Parameters> {
  return (mine ??= makeWorld());
}

/** What the app's process would find in its environment. */
export function testEnvironment(): Record<string, string> {
  return inject("cloud").env;
}

/** The addresses of the doubles, for tests that look into them. */
export function testUrls(): ReturnType<typeof inject<"cloud">>["urls"] {
  return inject("cloud").urls;
}

async function makeWorld(): Promise<Parameters> {
  const { parameters } = inject("cloud");
  const name = `test-${randomBytes(6).toString("hex")}`;
  const [DATABASE_URL] = await Promise.all([cloneDatabase(name), createBucket(parameters, name)]);
  // Files run one after another within a worker, so a worker's number tells running files apart.
  const index = 1 + ((Number(process.env.VITEST_POOL_ID ?? 1) - 1) % (databases - 1));
  const token = `${parameters.UPSTASH_REDIS_REST_TOKEN}.${index}`;
  await flush(parameters.UPSTASH_REDIS_REST_URL, token);
  return { ...parameters, DATABASE_URL, S3_BUCKET: name, UPSTASH_REDIS_REST_TOKEN: token };
}

/** Another empty database with all migrations. @returns its connection string */
export async function cloneDatabase(name = `test-${randomBytes(6).toString("hex")}`): Promise<string> {
  const { parameters, template } = inject("cloud");
  // A file copy beats replaying the log as long as the template is small.
  const clone = `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)} STRATEGY FILE_COPY`;
  await retry(() => ask(parameters.DATABASE_URL, clone));
  const url = new URL(parameters.DATABASE_URL);
  url.pathname = `/${name}`;
  return url.href;
}

/** Two clones of one template at the same moment refuse each other. */
async function retry<T>(work: () => Promise<T>, times = 50): Promise<T> {
  for (let left = times; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || (error as { code?: string }).code !== "55006") throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function createBucket(parameters: Parameters, Bucket: string): Promise<void> {
  const client = storageClient(parameters);
  await client.send(new CreateBucketCommand({ Bucket }));
  const rule = { AllowedOrigins: [new URL(parameters.APP_URL).origin], AllowedMethods: ["GET", "PUT", "POST", "HEAD"], AllowedHeaders: ["*"], ExposeHeaders: ["ETag"] };
  await client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [rule] } }));
  client.destroy();
}

/** The real SDK, pointed at the double. */
export function storageClient(parameters: Parameters): S3Client {
  return new S3Client({
    endpoint: parameters.S3_ENDPOINT,
    region: parameters.S3_REGION,
    credentials: { accessKeyId: parameters.S3_ACCESS_KEY_ID, secretAccessKey: parameters.S3_SECRET_ACCESS_KEY },
    forcePathStyle: true,
    maxAttempts: 1,
  });
}

async function flush(url: string, token: string): Promise<void> {
  const response = await fetch(url, { method: "POST", headers: { authorization: `Bearer ${token}` }, body: JSON.stringify(["FLUSHDB"]) });
  if (!response.ok) throw new Error(`Redis could not be emptied: ${await response.text()}`);
}

export type ReceivedMail = Mail & { links: string[] };

/** The mails sent to an address, newest first, each with the links in it. */
export async function mailsTo(address: string): Promise<ReceivedMail[]> {
  const url = new URL("/messages", inject("cloud").urls.sendgrid);
  url.searchParams.set("to", address);
  const { messages } = (await (await fetch(url)).json()) as { messages: ReceivedMail[] };
  return messages;
}

/** Waits until at least `count` mails have reached the address. @throws when they have not after five seconds */
export async function waitForMails(address: string, count = 1): Promise<ReceivedMail[]> {
  for (let tries = 0; tries < 100; tries++) {
    const mails = await mailsTo(address);
    if (mails.length >= count) return mails;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No ${count} mail(s) reached ${address} within five seconds`);
}
