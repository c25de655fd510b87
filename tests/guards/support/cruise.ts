import path from "node:path";
import { pathToFileURL } from "node:url";
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { root } from "./files";

interface Rules {
  wings: string[];
  sideDoors: Record<string, string>;
  default: { forbidden: IForbiddenRuleType[]; options: ICruiseOptions };
}
export const rules = (await import(pathToFileURL(path.join(root, ".dependency-cruiser.mjs")).href)) as Rules;

/** What imports what below `baseDir`, with every breach of the rules. */
export async function cruiseTree(baseDir: string, places: string[], { typescript = true } = {}): Promise<ICruiseResult> {
  const { forbidden, options } = rules.default;
  const { tsConfig, ...rest } = options;
  const project = typescript ? { tsConfig } : {};
  const outcome = await cruise(places, { ...rest, ...project, baseDir, ruleSet: { forbidden }, validate: true, outputType: "json" }, undefined, typescript ? { tsConfig: extractTSConfig(path.join(root, "tsconfig.all.json")) } : {});
  return JSON.parse(outcome.output as string) as ICruiseResult;
}

export const breaches = (result: ICruiseResult): string[] => result.summary.violations.map((one) => `${one.rule.name}: ${one.from} → ${one.to}`);
