import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { S3Error } from "./errors";

/** What is kept of an object beside its bytes. */
export interface ObjectInfo {
  key: string;
  size: number;
  /** Quoted, as HTTP has it. */
  etag: string;
  /** Milliseconds since 1970. */
  modified: number;
  /** Headers given back on every read: content-type, cache-control, x-amz-meta-… */
  headers: Record<string, string>;
  tagging?: string;
  /** Name of the file that holds the bytes. */
  file: string;
}

/** Bytes that are on disk and not yet anybody's. */
export interface Blob {
  file: string;
  size: number;
  md5: Buffer;
}

export interface Condition {
  ifNoneMatch?: string | undefined;
  ifMatch?: string | undefined;
}

/**
 * One bucket. Bytes lie in `data/`, one file an upload; `info/` holds one JSON per key that points to them.
 * An object appears when its JSON is renamed into place, so a reader sees the old one or the new one, whole.
 */
export class Bucket {
  private sorted: string[] | undefined;

  private constructor(
    readonly name: string,
    private readonly folder: string,
    private readonly objects: Map<string, ObjectInfo>,
    public cors: string | undefined,
  ) {}

  static async open(root: string, name: string): Promise<Bucket> {
    const folder = path.join(root, name);
    for (const part of ["data", "info", "uploads"]) await mkdir(path.join(folder, part), { recursive: true });
    const objects = new Map<string, ObjectInfo>();
    for (const file of await readdir(path.join(folder, "info"))) {
      if (!file.endsWith(".json")) continue;
      const info = JSON.parse(await readFile(path.join(folder, "info", file), "utf8")) as ObjectInfo;
      objects.set(info.key, info);
    }
    const cors = await readFile(path.join(folder, "cors.xml"), "utf8").catch(() => undefined);
    return new Bucket(name, folder, objects, cors);
  }

  async setCors(xml: string): Promise<void> {
    await writeFile(path.join(this.folder, "cors.xml"), xml);
    this.cors = xml;
  }

  find(key: string): ObjectInfo {
    const info = this.objects.get(key);
    if (!info) throw new S3Error(404, "NoSuchKey", "The specified key does not exist.");
    return info;
  }

  /** Keys in S3's order: by their UTF-8 bytes. */
  keys(): string[] {
    return (this.sorted ??= [...this.objects.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  }

  get isEmpty(): boolean {
    return this.objects.size === 0;
  }

  /** Streams bytes to disk. Nothing shows until `commit`. */
  async write(source: AsyncIterable<Buffer>): Promise<Blob> {
    const file = randomUUID();
    const md5 = createHash("md5");
    let size = 0;
    try {
      await pipeline(source, async function* (chunks: AsyncIterable<Buffer>) {
        for await (const bytes of chunks) {
          md5.update(bytes);
          size += bytes.length;
          yield bytes;
        }
      }, createWriteStream(this.fileOf(file)));
    } catch (error) {
      await this.discard(file);
      throw error;
    }
    return { file, size, md5: md5.digest() };
  }

  async copyBlob(from: Bucket, file: string): Promise<string> {
    const copy = randomUUID();
    await copyFile(from.fileOf(file), this.fileOf(copy));
    return copy;
  }

  /** Makes the bytes the object of that key. @throws S3Error 412 when the condition does not hold */
  async commit(info: Omit<ObjectInfo, "modified">, condition: Condition = {}): Promise<ObjectInfo> {
    const old = this.objects.get(info.key);
    const refused = (condition.ifNoneMatch === "*" && old) || (condition.ifMatch !== undefined && condition.ifMatch !== old?.etag);
    if (refused) {
      await this.discard(info.file);
      throw new S3Error(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
    }
    const made = { ...info, modified: Date.now() };
    this.objects.set(info.key, made);
    if (!old) this.sorted = undefined;
    await this.saveInfo(made);
    if (old) await this.discard(old.file);
    return made;
  }

  async setTagging(key: string, tagging: string): Promise<void> {
    const info = { ...this.find(key), tagging };
    this.objects.set(key, info);
    await this.saveInfo(info);
  }

  async remove(key: string): Promise<void> {
    const info = this.objects.get(key);
    if (!info) return;
    this.objects.delete(key);
    this.sorted = undefined;
    await rm(this.infoFile(key), { force: true });
    await this.discard(info.file);
  }

  /** `from` and `to` are both included. */
  read(file: string, from: number, to: number): NodeJS.ReadableStream {
    return createReadStream(this.fileOf(file), { start: from, end: to });
  }

  fileOf(file: string): string {
    return path.join(this.folder, "data", file);
  }

  uploadFile(id: string): string {
    return path.join(this.folder, "uploads", `${id.replace(/[^\w-]/g, "")}.json`);
  }

  async discard(file: string): Promise<void> {
    await rm(this.fileOf(file), { force: true });
  }

  private infoFile(key: string): string {
    return path.join(this.folder, "info", `${createHash("sha256").update(key).digest("hex")}.json`);
  }

  private async saveInfo(info: ObjectInfo): Promise<void> {
    const temporary = path.join(this.folder, "info", `${randomUUID()}.new`);
    await writeFile(temporary, JSON.stringify(info));
    await rename(temporary, this.infoFile(info.key));
  }
}

/** All buckets under one folder. */
export class Store {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly root: string) {}

  async load(): Promise<void> {
    await mkdir(this.root, { recursive: true });
    for (const entry of await readdir(this.root, { withFileTypes: true })) {
      if (entry.isDirectory()) await this.create(entry.name);
    }
  }

  async create(name: string): Promise<Bucket> {
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) throw new S3Error(400, "InvalidBucketName", "The specified bucket is not valid.");
    const bucket = this.buckets.get(name) ?? (await Bucket.open(this.root, name));
    this.buckets.set(name, bucket);
    return bucket;
  }

  find(name: string): Bucket {
    const bucket = this.buckets.get(name);
    if (!bucket) throw new S3Error(404, "NoSuchBucket", "The specified bucket does not exist");
    return bucket;
  }

  names(): string[] {
    return [...this.buckets.keys()].sort();
  }

  async remove(name: string): Promise<void> {
    if (!this.find(name).isEmpty) throw new S3Error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
    this.buckets.delete(name);
    await rm(path.join(this.root, name), { recursive: true, force: true });
  }
}
