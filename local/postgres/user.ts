import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, cp, lstat, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { LocalProblem } from "../support/problem";

export interface Binaries {
  initdb: string;
  postgres: string;
}

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

/** The first folder above `target` that keeps the server's user out; undefined when all let it pass. */
async function closedTo(user: ServerUser, target: string): Promise<string | undefined> {
  if (user.uid === undefined) return undefined;
  for (let folder = path.dirname(path.resolve(target)); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const passable = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001;
    if (!passable) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** Root's checkout often lies where nobody else may look (/root, a private temporary folder): the server then lives here. */
const elsewhere = "/var/tmp";

/**
 * Where the cluster of this data folder lies: in it, or under /var/tmp when the server's user may not go there.
 * @throws LocalProblem when somebody else has taken that place
 */
export async function clusterFolder(dataDir: string, user: ServerUser): Promise<string> {
  const here = path.resolve(dataDir, "cluster");
  await mkdir(path.dirname(here), { recursive: true });
  if ((await closedTo(user, here)) === undefined) return here;
  return path.join(await ownFolder(`directfanz-${createHash("sha256").update(here).digest("hex").slice(0, 12)}`), "cluster");
}

/** The server's programs where its user can run them: as installed, or a copy that every checkout of this version shares. */
export async function runnableBinaries(binaries: Binaries, user: ServerUser): Promise<Binaries> {
  if ((await closedTo(user, binaries.postgres)) === undefined) return binaries;
  const native = path.dirname(path.dirname(binaries.postgres));
  const { name, version } = JSON.parse(await readFile(path.join(native, "../package.json"), "utf8")) as { name: string; version: string };
  const copy = path.join(await ownFolder(`directfanz-${name.replace(/\W+/gu, "-")}-${version}`), "native");
  if (!(await stat(copy).catch(() => undefined))) {
    const half = `${copy}.${process.pid}`;
    await cp(native, half, { recursive: true, verbatimSymlinks: true });
    await rename(half, copy).catch(() => rm(half, { recursive: true, force: true })); // another start was first
  }
  const moved = (file: string): string => path.join(copy, path.relative(native, file));
  return { initdb: moved(binaries.initdb), postgres: moved(binaries.postgres) };
}

/** A folder of ours that others may pass through. Anybody may make folders there, so one that is not ours is not used. */
async function ownFolder(name: string): Promise<string> {
  const folder = path.join(elsewhere, name);
  await mkdir(folder, { mode: 0o711 }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  });
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) throw new LocalProblem(`${folder} belongs to somebody else: remove it, move the checkout to a folder that others may enter (for instance /srv), or set DATABASE_URL.`);
  await chmod(folder, 0o711);
  return folder;
}
