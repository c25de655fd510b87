import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../../..");
export const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

/** What git does not keep (see .gitignore). */
const unkept = new Set([".git", "node_modules", ".next", ".local", "generated", "test-results", "playwright-report", "reports", ".vercel", "next-env.d.ts", "schema.d.ts", ".DS_Store"]);

/** Every file of the project that git keeps or would keep, by its path from the root. */
export function projectFiles(below = ""): string[] {
  return readdirSync(path.join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(below, entry.name);
    if (unkept.has(entry.name) || entry.name.endsWith(".tsbuildinfo") || (entry.name.startsWith(".env") && entry.name !== ".env.example")) return [];
    return entry.isDirectory() ? projectFiles(name) : [name];
  });
}

const binary = /\.(png|jpe?g|webp|avif|gif|ico|woff2?|m4a|mp3|wav|gz)$/u;
export const textFiles = (): string[] => projectFiles().filter((file) => !binary.test(file));
