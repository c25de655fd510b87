import { mkdtemp, rm } from "node:fs/promises";
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
  await makePassable(dataDir);
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

/** mkdtemp makes folders that only their owner may enter; the database server may run as another user. */
async function makePassable(folder: string): Promise<void> {
  const { chmod } = await import("node:fs/promises");
  await chmod(folder, 0o711);
}

async function makeTemplate(adminUrl: string): Promise<string> {
  const template = `template_${process.pid}`;
  const url = new URL(adminUrl);
  url.pathname = `/${template}`;
  await ask(adminUrl, `CREATE DATABASE ${escapeIdentifier(template)}`);
  await migrate(url.href);
  return template;
}
