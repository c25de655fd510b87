import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { escapeIdentifier } from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/platform/db/migrate";
import { startCloud, type Parameters, type ServiceName } from "@/local/cloud";
import { ask } from "@/local/postgres";

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
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function makeTemplate(adminUrl: string): Promise<string> {
  const template = `template_${process.pid}`;
  const url = new URL(adminUrl);
  url.pathname = `/${template}`;
  await ask(adminUrl, `CREATE DATABASE ${escapeIdentifier(template)}`);
  await migrate(url.href);
  return template;
}
