import { readFile } from "node:fs/promises";

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export const one = (passed: boolean): Count => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Counts of a vitest JSON report. A file that could not even be loaded counts as one failure; so does a run that failed without naming a test. */
export async function vitestCount(file: string, code: number): Promise<Count> {
  const report = await readReport<VitestReport>(file);
  if (!report) return one(false);
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
  const failed = report.numFailedTests + unloaded;
  return { passed: report.numPassedTests, failed: orOne(failed, code), skipped: report.numPendingTests + report.numTodoTests };
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** Counts of a Playwright JSON report. A test that passed only when repeated counts as failed. */
export async function playwrightCount(file: string, code: number): Promise<Count> {
  const report = await readReport<PlaywrightReport>(file);
  if (!report) return one(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: orOne(unexpected + flaky, code), skipped };
}

function orOne(failed: number, code: number): number {
  return failed === 0 && code !== 0 ? 1 : failed;
}

async function readReport<Report>(file: string): Promise<Report | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Report;
  } catch {
    return undefined;
  }
}
