import { defineConfig } from "@playwright/test";
import { findBrowser } from "./e2e/support/browser";

const browser = findBrowser();
/** Debian's Chromium has no sandbox for root, and would keep knocking at its maker's door. */
const launchOptions = browser?.executablePath
  ? { executablePath: browser.executablePath, chromiumSandbox: false, args: ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] }
  : {};

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  globalSetup: "./e2e/support/global-setup.ts",
  outputDir: "test-results",
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    // Set by the global setup before any worker reads this file again.
    baseURL: process.env.E2E_BASE_URL,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    locale: "en-US",
    timezoneId: "UTC",
    launchOptions,
  },
  projects: [
    // The story of the money is told once, and the scripts are the same at every width.
    { name: "phone", testIgnore: "money.spec.ts", use: { browserName: "chromium", viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
    { name: "desktop", testIgnore: "payment-scripts.spec.ts", use: { browserName: "chromium", viewport: { width: 1280, height: 800 } } },
  ],
});
