import { describe, expect, it } from "vitest";
import { privacyManifests } from "@/lib/privacy";
import { projectFiles } from "./support/files";
import { readModels } from "./support/prisma-schema";

const entries = privacyManifests.flatMap(({ module, models }) => Object.entries(models).map(([model, privacy]) => ({ module, model, ...privacy })));
const data = [...entries.flatMap(({ model, personal }) => Object.entries(personal).map(([column, datum]) => ({ where: `${model}.${column}`, ...datum }))), ...privacyManifests.flatMap(({ elsewhere }) => Object.entries(elsewhere).map(([where, datum]) => ({ where, ...datum })))];

describe("the privacy manifests", () => {
  it("are all gathered in lib/privacy.ts, each under its module's name", () => {
    const files = projectFiles("lib").filter((file) => /^lib\/\w+\/\w+\/privacy\.ts$/u.test(file)).map((file) => file.replace(/^lib\/|\/privacy\.ts$/gu, ""));
    expect(privacyManifests.map((one) => one.module).sort()).toEqual(files.sort());
  });

  it.each(readModels())("$name belongs to one module, and each of its columns is said to be personal or not", ({ name, columns }) => {
    const owners = entries.filter((entry) => entry.model === name);
    expect(owners.map((owner) => owner.module)).toHaveLength(1);
    const listed = owners.flatMap((owner) => [...Object.keys(owner.personal), ...owner.notPersonal]);
    expect(listed.sort()).toEqual(columns.map((column) => column.name).sort());
  });

  it("name no table that is not there", () => {
    const known = new Set(readModels().map((model) => model.name));
    expect(entries.filter((entry) => !known.has(entry.model)).map((entry) => entry.model)).toEqual([]);
  });

  it.each(data)("$where has its purpose, basis, retention, export and erasure", ({ purpose, retention, exported, erasure }) => {
    for (const words of [purpose, retention]) expect(words).toMatch(/^\S.{2,}\.$/u);
    if (exported !== "as is") expect(exported.leftOut.length).toBeGreaterThan(10);
    if (typeof erasure === "object") expect(erasure.keep.length, "kept: why, and until when").toBeGreaterThan(30);
  });

  it("say whose data it is wherever there is any", () => {
    expect(entries.filter((entry) => (entry.subject === "nobody") !== (Object.keys(entry.personal).length === 0)).map((entry) => entry.model)).toEqual([]);
  });
});
