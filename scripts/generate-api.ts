import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import { operations } from "@/app/api/operations";
import { openApiDocument } from "@/lib/platform/http/openapi";

const target = path.resolve("app/_client/schema.d.ts");

/** Writes the types of the pages' client from what the routes declare; true when they changed. */
export async function generateApiTypes(): Promise<boolean> {
  const document = openApiDocument(operations, { serverUrl: "/", version: "1" });
  const text = `/* Made by \`npm run generate\` from the routes' declarations. */\n${astToString(await openapiTS(document as unknown as OpenAPI3))}`;
  const before = await readFile(target, "utf8").catch(() => "");
  if (before === text) return false;
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
  return true;
}

if (import.meta.main) process.stdout.write((await generateApiTypes()) ? "The API client's types were generated.\n" : "The API client's types are up to date.\n");
