import { readFile } from "node:fs/promises";
import { verifyCsv } from "@/lib/commerce/papers";

/** `npm run statement:verify -- file.csv [public key in hex]`: checks a statement without our machines; ends with 1 when anything is wrong. */
const [file, publicKey] = process.argv.slice(2);
try {
  if (!file) throw new Error("Say which file: npm run statement:verify -- file.csv [public key]");
  const verdict = verifyCsv(await readFile(file, "utf8"), publicKey);
  const advice = publicKey ? "Checked with the key you gave." : verdict.publicKey ? `Signed with ${verdict.publicKey}: compare it with the one at /api/v1/statements/key, or give it as the second word.` : "";
  process.stdout.write(`${[...verdict.findings, `SHA-256 of its figures, as on the PDF: ${verdict.figures}`, advice].filter(Boolean).join("\n")}\n`);
  if (!verdict.good) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
