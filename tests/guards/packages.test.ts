import { describe, expect, it } from "vitest";
import { read } from "./support/files";

interface Package {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
  engines: { node: string };
}
interface Lock {
  packages: Record<string, { version: string; resolved?: string; integrity?: string; hasInstallScript?: boolean; link?: boolean }>;
}
const manifest = JSON.parse(read("package.json")) as Package;
const lock = JSON.parse(read("package-lock.json")) as Lock;

describe("the packages", () => {
  it("are asked for by exact version", () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/u.test(version));
    expect(loose).toEqual([]);
  });

  it("are locked by their content and not by an address", () => {
    const installed = Object.entries(lock.packages).filter(([name]) => name !== "");
    expect(installed.filter(([, one]) => one.resolved !== undefined).map(([name]) => name)).toEqual([]);
    expect(installed.filter(([, one]) => one.integrity === undefined && one.link !== true).map(([name]) => name)).toEqual([]);
  });

  it("run a script on install only when package.json says yes or no to it by name", () => {
    const scripted = Object.entries(lock.packages).filter(([, one]) => one.hasInstallScript).map(([name]) => name.replace(/^.*node_modules\//u, ""));
    expect(scripted.filter((name) => manifest.allowScripts[name] === undefined)).toEqual([]);
  });

  it("bring their own Node, of the version the app asks for", () => {
    expect(manifest.devDependencies.node).toMatch(/^24\./u);
    expect(manifest.engines.node).toBe(">=24 <25");
  });
});
