import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

export interface Secrets {
  postgresPassword: string;
  redisToken: string;
  s3AccessKeyId: string;
  s3SecretAccessKey: string;
  stripeSecretKey: string;
  /** The app's own: may do what it does, and no more. */
  stripeRestrictedKey: string;
  stripeWebhookSecret: string;
  stripeConnectWebhookSecret: string;
  sendGridApiKey: string;
  sentryKey: string;
  cronSecret: string;
  nextAuthSecret: string;
  googleClientId: string;
  googleClientSecret: string;
  /** Encrypts fields: what it sealed cannot be read without it. */
  fieldKey: string;
  /** Signs statements. */
  statementKey: string;
}

const letters = (count: number): string => randomBytes(count).toString("base64url").replace(/[-_]/g, "x").slice(0, count);

function invent(): Secrets {
  return {
    postgresPassword: letters(32),
    redisToken: letters(40),
    s3AccessKeyId: `AKIA${randomBytes(8).toString("hex").toUpperCase()}`,
    s3SecretAccessKey: letters(40),
    stripeSecretKey: `sk_test_${letters(48)}`,
    stripeRestrictedKey: `rk_test_${letters(48)}`,
    stripeWebhookSecret: `whsec_${letters(40)}`,
    stripeConnectWebhookSecret: `whsec_${letters(40)}`,
    sendGridApiKey: `SG.${letters(22)}.${letters(43)}`,
    sentryKey: randomBytes(16).toString("hex"),
    cronSecret: letters(40),
    nextAuthSecret: letters(48),
    googleClientId: `${letters(24).toLowerCase()}.apps.googleusercontent.com`,
    googleClientSecret: `GOCSPX-${letters(28)}`,
    fieldKey: randomBytes(32).toString("base64"),
    statementKey: randomBytes(32).toString("base64"),
  };
}

/** The secrets of this installation: invented once, kept in `dataDir/secrets.json`, readable by their owner only. */
export async function keepSecrets(dataDir: string): Promise<Secrets> {
  const file = path.join(dataDir, "secrets.json");
  const kept = JSON.parse(await readFile(file, "utf8").catch(() => "{}")) as Partial<Secrets>;
  const secrets = { ...invent(), ...kept };
  await mkdir(dataDir, { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(secrets, null, 1), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secrets;
}
