import path from "node:path";
import { LocalProblem } from "../support/problem";
import { root, runNode, tail } from "./command";

export interface Account {
  role: string;
  email: string;
  password: string;
}

/** Fills an empty database with a small world; leaves a filled one alone. @returns the accounts one can sign in with @throws LocalProblem */
export async function seed(env: Record<string, string>): Promise<Account[]> {
  const { code, output, stdout } = await runNode(["--import", "tsx", "prisma/seed.ts"], { env, logFile: path.join(root, ".local/logs/seed.log") });
  const halfMade = /^.*npm start -- --fresh.*$/mu.exec(output);
  if (halfMade) throw new LocalProblem(halfMade[0].replace(/^Error: /u, ""));
  if (code !== 0) throw new LocalProblem(`The world could not be seeded:\n${tail(output)}`);
  const last = stdout.trimEnd().split("\n").at(-1) ?? "";
  try {
    return JSON.parse(last) as Account[];
  } catch {
    throw new LocalProblem(`The seed did not end with its list of accounts: ${last}`);
  }
}
