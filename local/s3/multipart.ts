import { createHash, randomUUID } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createReadStream, createWriteStream } from "node:fs";
import { S3Error } from "./errors";
import type { Bucket, Condition, ObjectInfo } from "./store";
import { blocksOf, textsOf } from "./xml";

interface Part {
  file: string;
  size: number;
  etag: string;
}

interface Pending {
  key: string;
  headers: Record<string, string>;
  parts: Record<string, Part>;
}

/** The smallest part S3 takes, the last one excepted. Bytes. */
const smallestPart = 5 * 1024 * 1024;

async function load(bucket: Bucket, id: string, key: string): Promise<Pending> {
  const text = await readFile(bucket.uploadFile(id), "utf8").catch(() => undefined);
  const pending = text === undefined ? undefined : (JSON.parse(text) as Pending);
  if (pending?.key !== key) throw new S3Error(404, "NoSuchUpload", "The specified upload does not exist.");
  return pending;
}

export async function beginUpload(bucket: Bucket, key: string, headers: Record<string, string>): Promise<string> {
  const id = randomUUID();
  await writeFile(bucket.uploadFile(id), JSON.stringify({ key, headers, parts: {} } satisfies Pending));
  return id;
}

const queues = new Map<string, Promise<unknown>>();

/** Parts arrive at the same time; their list is changed by one at a time. */
async function change<T>(id: string, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(id) ?? Promise.resolve()).catch(() => undefined).then(work);
  queues.set(id, turn);
  try {
    return await turn;
  } finally {
    if (queues.get(id) === turn) queues.delete(id);
  }
}

/** @returns the part's ETag. The same number again replaces the part. */
export async function putPart(bucket: Bucket, id: string, key: string, number: number, body: AsyncIterable<Buffer>): Promise<string> {
  if (!(Number.isInteger(number) && number >= 1 && number <= 10_000)) throw new S3Error(400, "InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive");
  await load(bucket, id, key);
  const blob = await bucket.write(body);
  const etag = `"${blob.md5.toString("hex")}"`;
  return change(id, async () => {
    const pending = await load(bucket, id, key);
    const old = pending.parts[number];
    pending.parts[number] = { file: blob.file, size: blob.size, etag };
    await writeFile(bucket.uploadFile(id), JSON.stringify(pending));
    if (old) await bucket.discard(old.file);
    return etag;
  });
}

export async function listParts(bucket: Bucket, id: string, key: string): Promise<({ number: number } & Part)[]> {
  const { parts } = await load(bucket, id, key);
  return Object.entries(parts).map(([number, part]) => ({ number: Number(number), ...part }));
}

/** Joins the named parts, in order. @throws S3Error 400 InvalidPart, InvalidPartOrder, EntityTooSmall */
export async function completeUpload(bucket: Bucket, id: string, key: string, xml: string, condition: Condition): Promise<ObjectInfo> {
  return change(id, async () => {
    const pending = await load(bucket, id, key);
    const chosen = choose(pending, xml);
    const files = chosen.map((part) => bucket.fileOf(part.file));
    const file = randomUUID();
    await join(files, bucket.fileOf(file));
    const digest = createHash("md5").update(Buffer.concat(chosen.map((part) => Buffer.from(part.etag.slice(1, -1), "hex")))).digest("hex");
    const size = chosen.reduce((sum, part) => sum + part.size, 0);
    const info = await bucket.commit({ key, size, etag: `"${digest}-${chosen.length}"`, headers: pending.headers, file }, condition);
    await forget(bucket, id, pending);
    return info;
  });
}

function choose(pending: Pending, xml: string): Part[] {
  const asked = blocksOf(xml, "Part").map((block) => ({ number: Number(textsOf(block, "PartNumber")[0]), etag: textsOf(block, "ETag")[0] ?? "" }));
  if (asked.length === 0) throw new S3Error(400, "MalformedXML", "You must specify at least one part");
  return asked.map(({ number, etag }, index) => {
    const part = pending.parts[number];
    if (part?.etag.replaceAll('"', "") !== etag.replaceAll('"', "")) throw new S3Error(400, "InvalidPart", "One or more of the specified parts could not be found.");
    const previous = asked[index - 1];
    if (previous && previous.number >= number) throw new S3Error(400, "InvalidPartOrder", "The list of parts was not in ascending order.");
    if (index < asked.length - 1 && part.size < smallestPart) throw new S3Error(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
    return part;
  });
}

async function join(files: string[], target: string): Promise<void> {
  const [first, ...others] = files;
  if (first === undefined) return;
  await pipeline(createReadStream(first), createWriteStream(target));
  for (const file of others) await pipeline(createReadStream(file), createWriteStream(target, { flags: "a" }));
}

export async function abortUpload(bucket: Bucket, id: string, key: string): Promise<void> {
  await change(id, async () => forget(bucket, id, await load(bucket, id, key)));
}

async function forget(bucket: Bucket, id: string, pending: Pending): Promise<void> {
  await rm(bucket.uploadFile(id), { force: true });
  for (const part of Object.values(pending.parts)) await bucket.discard(part.file);
}
