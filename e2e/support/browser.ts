import { accessSync, constants } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

export interface Browser {
  /** Absent: the one that Playwright keeps. */
  executablePath?: string;
}

export const howToGetOne = "No browser was found for the end-to-end tests: install Chromium (apt-get install chromium, or `npx playwright install chromium`), or set CHROMIUM_PATH.";

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** CHROMIUM_PATH, then a Chromium or Chrome on PATH, then Playwright's own. */
export function findBrowser(): Browser | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given) return isProgram(given) ? { executablePath: given } : undefined;
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    const found = folders.map((folder) => path.join(folder, name)).find(isProgram);
    if (found) return { executablePath: found };
  }
  return isProgram(chromium.executablePath()) ? {} : undefined;
}
