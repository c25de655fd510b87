import { runNode, tools } from "@/local/app/command";
import { generateClient } from "@/local/app/generate";
import { explain } from "@/local/support/problem";

/** `npm run build`, which is what Vercel runs: generate, lint, build. The first that fails ends it. */
const steps: [string, () => Promise<number>][] = [
  ["generate", async () => generateClient().then(() => 0)],
  ["lint", async () => (await runNode([tools.eslint, ".", "--max-warnings", "0", "--cache", "--cache-location", ".local/eslint/"], { show: true })).code],
  ["build", async () => (await runNode([tools.next, "build"], { show: true, env: { NODE_ENV: "production" } })).code],
];

for (const [name, step] of steps) {
  process.stdout.write(`\n— ${name}\n`);
  const code = await step().catch((error: unknown) => {
    process.stderr.write(`${explain(error) ?? String(error)}\n`);
    return 1;
  });
  if (code !== 0) {
    process.stderr.write(`\nThe build stopped at "${name}".\n`);
    process.exit(code);
  }
}
