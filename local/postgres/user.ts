import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { LocalProblem } from "../support/problem";

const run = promisify(execFile);

/** The account the server runs as. Empty: this one. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: root lends it the `postgres` account, made when missing. */
export async function serverUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  const known = await idsOf("postgres");
  if (known) return known;
  await run("groupadd", ["--force", "postgres"]).catch(() => undefined);
  await run("useradd", ["--gid", "postgres", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]).catch(() => undefined);
  const made = await idsOf("postgres");
  if (!made) throw new LocalProblem("PostgreSQL refuses to run as root and no `postgres` user could be made: run this as an ordinary user, or set DATABASE_URL.");
  return made;
}

async function idsOf(name: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/** Every folder above must let the server's user pass. @throws LocalProblem naming the first that does not */
export async function assertReachable(target: string, user: ServerUser): Promise<void> {
  if (user.uid === undefined) return;
  for (let folder = path.dirname(path.resolve(target)); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const passable = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001;
    if (!passable) {
      throw new LocalProblem(`Started by root, PostgreSQL runs as the user "postgres", who may not enter ${folder}: move the checkout (for instance to /srv), run chmod o+x ${folder}, or set DATABASE_URL.`);
    }
    if (folder === path.dirname(folder)) return;
  }
}
