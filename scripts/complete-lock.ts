/**
 * Completes package-lock.json after `npm install` on a registry that carries only some platforms' binaries.
 * npm writes no entry for an optional package it could not find, and then `npm ci` refuses the lock on every machine.
 * The entry needs no more than its version and the platforms it is for: npm skips it elsewhere.
 * Prints each entry it adds. Run as `npm run lock`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { missingOptional, type Lock } from "./lock/missing-optional";

const path = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(path, "utf8")) as Lock;

for (const { at, version, os, cpu } of missingOptional(lock)) {
  lock.packages[at] = { version, ...(cpu.length > 0 && { cpu }), optional: true, ...(os.length > 0 && { os }) };
  console.log(`+ ${at.replace(/^.*node_modules\//, "")} ${version}`);
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
writeFileSync(path, JSON.stringify(lock, null, 2) + "\n");
