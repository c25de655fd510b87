import { appoint } from "@/lib/identity/standing";
import { loadConfig } from "@/lib/platform/config";
import { closeDatabase, closePool, systemContext } from "@/lib/platform/db";

const usage = 'Say who, what and why: npm run appoint -- you@example.com admin "first administrator". Roles: member, moderator, admin.';

/** `npm run appoint -- <email> <role> <why>`: gives a confirmed account its role, and writes down why. Safe to repeat. */
try {
  const [email = "", role = "", reason = ""] = process.argv.slice(2);
  if (role !== "member" && role !== "moderator" && role !== "admin") throw new Error(usage);
  if (!email || !reason.trim()) throw new Error(usage);
  await loadConfig();
  const { changed } = await appoint({ ctx: systemContext("appoint"), input: { email, role, reason: reason.trim() } });
  process.stdout.write(changed ? `${email} is ${role} now, and signs in anew.\n` : `${email} was ${role} already.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
  await closePool();
}
