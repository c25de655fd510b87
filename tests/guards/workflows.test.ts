import { describe, expect, it } from "vitest";
import { projectFiles, read } from "./support/files";

const workflows = projectFiles(".github/workflows");

describe("the workflows on GitHub", () => {
  it.each(workflows)("%s uses actions pinned to one commit, with the version beside it", (file) => {
    const uses = [...read(file).matchAll(/uses:\s*(.*)$/gmu)].map(([, action = ""]) => action.trim());
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(action))).toEqual([]);
  });

  it.each(workflows)("%s may read the code and nothing more", (file) => {
    expect(read(file)).toMatch(/^permissions:\n {2}contents: read\n/mu);
    expect(read(file)).not.toMatch(/pull_request_target|contents: write|secrets\./u);
  });

  it("the checks run on every push and pull request", () => {
    const text = read(".github/workflows/ci.yml");
    for (const step of ["npm run lint", "npm run types", "npm run test:unit", "npm run e2e", "npm audit --omit=dev --audit-level=high", "npm run build"]) expect(text).toContain(step);
    expect(text).toMatch(/^on:\n {2}push:/mu);
    expect(text).toMatch(/^ {2}pull_request:/mu);
  });
});
