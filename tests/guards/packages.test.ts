import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { missingOptional, type Lock } from "../../scripts/lock/missing-optional";
import { read } from "./support/files";

interface Package {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
  engines: { node: string };
}
const manifest = JSON.parse(read("package.json")) as Package;
const lock = JSON.parse(read("package-lock.json")) as Lock;

/** An entry that `npm run lock` wrote for another platform's binary: the registry at hand had no content to hash. */
const isForeignBinary = (name: string, { optional, os, cpu }: Lock["packages"][string]) => optional === true && (os ?? cpu) !== undefined && !existsSync(name);

describe("the packages", () => {
  it("are asked for by exact version", () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/u.test(version));
    expect(loose).toEqual([]);
  });

  it("are locked by their content and not by an address", () => {
    const installed = Object.entries(lock.packages).filter(([name]) => name !== "");
    expect(installed.filter(([, one]) => one.resolved !== undefined).map(([name]) => name)).toEqual([]);
    expect(installed.filter(([name, one]) => one.integrity === undefined && !isForeignBinary(name, one)).map(([name]) => name)).toEqual([]);
  });

  it("are locked for every platform, so that npm ci takes the lock on each of them", () => {
    expect(missingOptional(lock)).toEqual([]);
    const { "node_modules/@next/swc-darwin-arm64": gone, ...packages } = lock.packages;
    expect(gone).toBeDefined();
    expect(missingOptional({ packages })).toEqual([{ at: "node_modules/@next/swc-darwin-arm64", version: manifest.dependencies.next, os: ["darwin"], cpu: ["arm64"] }]);
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
