import { generateClient } from "@/local/app/generate";
import { explain } from "@/local/support/problem";

/** `npm run generate`: what the compiler needs and git does not keep. */
try {
  process.stdout.write((await generateClient()) ? "The database client was generated.\n" : "The database client is up to date.\n");
} catch (error) {
  process.stderr.write(`${explain(error) ?? String(error)}\n`);
  process.exitCode = 1;
}
