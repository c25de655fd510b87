import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseConfig } from "@/lib/platform/config";
import { readParameters } from "@/lib/platform/config/ssm";
import { startCloud } from "@/local/cloud";
import { ask } from "@/local/postgres";
import { cloneDatabase, mailsTo, testEnvironment, testParameters, testUrls } from "@/tests/support/cloud";

describe("the cloud on one machine", () => {
  it("offers, through the parameter store, a configuration the app starts with", async () => {
    const { AWS_REGION = "", SSM_ENDPOINT, SSM_PATH = "", AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "", APP_ENV } = testEnvironment();
    Object.assign(process.env, { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY });
    const parameters = await readParameters({ path: SSM_PATH, region: AWS_REGION, endpoint: SSM_ENDPOINT });
    expect(Object.keys(parameters)).toHaveLength(26);
    expect(parseConfig({ APP_ENV, ...parameters })).toMatchObject({ APP_ENV: "local", S3_BUCKET: "directfanz-media" });
  });

  it("keeps its secrets, hidden from other users, through a restart", async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), "cloud-"));
    const secrets: string[] = [];
    for (let n = 0; n < 2; n++) {
      const cloud = await startCloud({ dataDir, appUrl: "http://localhost:3000", services: ["ssm"] });
      secrets.push(cloud.parameters.CRON_SECRET);
      await cloud.stop();
    }
    expect(secrets[0]).toBe(secrets[1]);
    const file = path.join(dataDir, "secrets.json");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, "utf8")).toContain(secrets[0]);
    await rm(dataDir, { recursive: true });
  });
});

describe("a test file's world", () => {
  it("has a migrated database of its own", async () => {
    const { DATABASE_URL } = await testParameters();
    const other = await cloneDatabase();
    await ask(DATABASE_URL, "CREATE TABLE only_here (n int)");
    expect(await ask(other, "SELECT to_regclass('only_here') AS found")).toEqual([{ found: null }]);
    expect(await ask(other, "SELECT count(*)::int > 0 AS migrated FROM _prisma_migrations")).toEqual([{ migrated: true }]);
  });

  it("runs on a server with the settings the app relies on", async () => {
    const { DATABASE_URL } = await testParameters();
    const shown = await ask(DATABASE_URL, "SELECT current_setting('wal_level') AS wal, current_setting('shared_preload_libraries') AS libraries, current_setting('server_encoding') AS encoding");
    expect(shown).toEqual([{ wal: "logical", libraries: "pg_stat_statements", encoding: "UTF8" }]);
  });

  it("can look into the mailbox", async () => {
    expect(await mailsTo("nobody@example.test")).toEqual([]);
    expect(testUrls().s3).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });
});
