import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { type Exposure, lookIntoDatabase, lookIntoFiles, tellOf } from "@/scripts/exposure/look";
import { taxIdsOfTests } from "@/tests/support/tax-ids";
import type { World } from "./types";

/**
 * Starts the world in a process of its own; the workers find it in their environment.
 * E2E_WORLD set beforehand, to the line that `e2e/support/world.ts` printed: that world is used and left running.
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_WORLD) {
    process.env.E2E_BASE_URL = (JSON.parse(process.env.E2E_WORLD) as World).appUrl;
    return undefined;
  }
  const root = path.resolve(import.meta.dirname, "../..");
  const child = spawn(process.execPath, ["--import", "tsx", "e2e/support/world.ts"], { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    child.once("error", reject);
    child.once("close", () => reject(new Error("The world of the end-to-end tests did not start; the reason is above.")));
  });
  const world = JSON.parse(line) as World;
  process.env.E2E_WORLD = line;
  process.env.E2E_BASE_URL = world.appUrl;
  return async () => {
    const found = await lookEverywhere(world).finally(async () => {
      child.stdin.end();
      await ended;
    });
    if (found.length > 0) throw new Error(`What nobody may keep readable was left behind by the journeys:\n${found.map(tellOf).join("\n")}`);
  };
}

/** After the last journey: the database, the app's log, the mails it sent and the errors it reported. */
async function lookEverywhere({ parameters, written: { log, data } }: World): Promise<Exposure[]> {
  const places = [log, path.join(data, "sendgrid"), path.join(data, "sentry")];
  const found = await Promise.all([lookIntoDatabase(parameters.DATABASE_URL, taxIdsOfTests), ...places.map((place) => lookIntoFiles(place, taxIdsOfTests))]);
  return found.flat();
}
