import { closeDatabase, closePool, database } from "@/lib/platform/db";
import { loadConfig } from "@/lib/platform/config";
import { world } from "./seed/world";
import { inventCrowd } from "./seed/crowd";
import { furnishForSeeding } from "./seed/furnish";
import { openPages } from "./seed/open-pages";
import { password, registerPeople, seedAgent } from "./seed/register-people";
import { liveThroughMonths } from "./seed/live-through-months";

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/**
 * Fills an empty database with a believable world, through the same verbs and the same provider as everything else.
 * A database that has people in it is left alone. The last line on stdout is the list of accounts to sign in with.
 */
async function seed(): Promise<void> {
  await loadConfig();
  furnishForSeeding();
  if (await isHalfSeeded()) throw new Error("The world was left half made when an earlier start was stopped. Begin again with: npm start -- --fresh");
  if ((await database().user.count()) > 0) {
    say("The world is there already.");
  } else {
    const crowd = inventCrowd(56);
    const people = await registerPeople(world, crowd);
    say(`${people.size} people`);
    const pages = await openPages(world, people, say);
    say(`${pages.size} pages with their posts`);
    const { memberships, sales } = await liveThroughMonths([...world.fans, ...crowd], people, pages, say);
    say(`${memberships} memberships, ${sales} payments`);
    await database().session.deleteMany({ where: { userAgent: seedAgent } });
    await database().$executeRaw`ANALYZE`;
  }
  const accounts = [
    { role: "fan", email: world.fans[0]?.email ?? "", password },
    { role: "creator", email: `${world.creators[0]?.handle ?? ""}@directfanz.test`, password },
    { role: "admin", email: world.admin.email, password },
  ];
  say(JSON.stringify(accounts));
}

/** The seed signs its people in to act for them, and out again as its last step. */
async function isHalfSeeded(): Promise<boolean> {
  const admin = await database().user.findUnique({ where: { email: world.admin.email }, select: { id: true } });
  if (!admin) return false;
  const [left, pages] = await Promise.all([database().session.count({ where: { userAgent: seedAgent } }), database().creatorProfile.count()]);
  return left > 0 || pages === 0;
}

try {
  await seed();
} finally {
  await closeDatabase();
  await closePool();
}
