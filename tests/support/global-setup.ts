import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { escapeIdentifier } from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/platform/db/migrate";
import { startCloud, type Parameters, type ServiceName } from "@/local/cloud";
import { ask } from "@/local/postgres";
import { type Exposure, lookIntoDatabase, lookIntoFiles, tellOf } from "@/scripts/exposure/look";
import { taxIdsOfTests } from "./tax-ids";

export interface CloudForTests {
  parameters: Parameters;
  env: Record<string, string>;
  urls: Record<ServiceName, string>;
  engines: { postgres: string; redis: string };
  /** The database every test file's own is cloned from. */
  template: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    cloud: CloudForTests;
  }
}

/** One cloud for the whole run, in a folder that is gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "directfanz-tests-"));
  await chmod(dataDir, 0o711); // the database server may run as another user
  // Workers inherit this: what a test leaves in the temporary folder goes with ours.
  process.env.TMPDIR = path.join(dataDir, "tmp");
  await mkdir(process.env.TMPDIR);
  const cloud = await startCloud({ dataDir, appUrl: "http://localhost:3000", durable: false, databaseUrl: process.env.TEST_DATABASE_URL, webhookUrl: null });
  const stop = async (): Promise<void> => {
    await cloud.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const template = await makeTemplate(cloud.parameters.DATABASE_URL);
    const { parameters, env, urls, engines } = cloud;
    project.provide("cloud", { parameters, env, urls, engines, template });
    return async () => {
      const found = await lookEverywhere(parameters.DATABASE_URL, dataDir).finally(stop);
      if (found.length > 0) throw new Error(`What nobody may keep readable was left behind by the tests:\n${found.map(tellOf).join("\n")}`);
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** After the whole run: every database a test had, every mail that was sent, every error that was reported. The provider's own papers are not ours. */
async function lookEverywhere(adminUrl: string, dataDir: string): Promise<Exposure[]> {
  const found: Exposure[] = [];
  for (const { datname } of await ask(adminUrl, "SELECT datname FROM pg_database WHERE datname LIKE 'test-%'")) {
    const url = new URL(adminUrl);
    url.pathname = `/${String(datname)}`;
    found.push(...(await lookIntoDatabase(url.href, taxIdsOfTests)));
  }
  for (const place of ["sendgrid", "sentry"]) found.push(...(await lookIntoFiles(path.join(dataDir, place), taxIdsOfTests)));
  return found;
}

async function makeTemplate(adminUrl: string): Promise<string> {
  const template = `template_${process.pid}`;
  const url = new URL(adminUrl);
  url.pathname = `/${template}`;
  await ask(adminUrl, `CREATE DATABASE ${escapeIdentifier(template)}`);
  await migrate(url.href);
  return template;
}
