import { createHmac } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand, CompleteMultipartUploadCommand, CopyObjectCommand, CreateMultipartUploadCommand, DeleteObjectCommand, DeleteObjectsCommand, GetObjectCommand, GetObjectTaggingCommand,
  HeadObjectCommand, ListObjectsV2Command, ListPartsCommand, PutObjectCommand, PutObjectTaggingCommand, S3Client, UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startS3 } from "@/local/s3";
import type { Service } from "@/local/support/http";

const Bucket = "media";
const credentials = { accessKeyId: "AKIATEST", secretAccessKey: "a secret of some length" };
const origin = "http://localhost:3000";
const bytes = Buffer.alloc(100_000, "abcdefghij");

let dataDir: string;
let service: Service;
let s3: S3Client;

const connect = (endpoint: string, secret = credentials): S3Client =>
  new S3Client({ endpoint, region: "us-east-1", credentials: secret, forcePathStyle: true, maxAttempts: 1, requestChecksumCalculation: "WHEN_REQUIRED" });
const start = (): Promise<Service> => startS3({ dataDir, credentials, buckets: [Bucket], corsOrigins: [origin] });
const put = (Key: string, Body: Buffer | string = bytes, more: object = {}): Promise<unknown> => s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const read = async (Key: string, Range?: string): Promise<Buffer> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, Range }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "s3-"));
  service = await start();
  s3 = connect(service.url);
});
afterAll(() => service.stop());

describe("objects", () => {
  it("give back the bytes, type and metadata they were given, whatever their key", async () => {
    const key = "a folder/ünï+cöde & 'quotes' (1).txt";
    await put(key, bytes, { ContentType: "text/plain", CacheControl: "max-age=60", Metadata: { owner: "u1" } });
    expect((await read(key)).equals(bytes)).toBe(true);
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: key }));
    expect(head).toMatchObject({ ContentType: "text/plain", CacheControl: "max-age=60", ContentLength: bytes.length, Metadata: { owner: "u1" } });
  });

  it("survive the SDK's chunked encoding with a trailing checksum", async () => {
    const plain = new S3Client({ endpoint: service.url, region: "us-east-1", credentials, forcePathStyle: true, maxAttempts: 1 });
    const Body = Readable.from([bytes.subarray(0, 33_333), bytes.subarray(33_333)]);
    await plain.send(new PutObjectCommand({ Bucket, Key: "chunked", Body, ContentLength: bytes.length }));
    const answer = await s3.send(new GetObjectCommand({ Bucket, Key: "chunked" }));
    expect(Buffer.from((await answer.Body?.transformToByteArray()) ?? []).equals(bytes)).toBe(true);
    expect(answer.ContentEncoding).toBeUndefined();
  });

  it("are read in ranges", async () => {
    await put("range");
    expect((await read("range", "bytes=10-19")).toString()).toBe("abcdefghij");
    expect((await read("range", "bytes=-3")).toString()).toBe("hij");
    await expect(read("range", "bytes=100000-")).rejects.toMatchObject({ $metadata: { httpStatusCode: 416 } });
  });

  it("of no bytes are objects too", async () => {
    await put("empty", "");
    expect(await read("empty")).toHaveLength(0);
  });

  it("are not overwritten by a writer that forbids it", async () => {
    await put("once", "first");
    await expect(put("once", "second", { IfNoneMatch: "*" })).rejects.toMatchObject({ $metadata: { httpStatusCode: 412 } });
    expect((await read("once")).toString()).toBe("first");
  });

  it("are written by exactly one of many that race for a new key", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => put("race", String(n), { IfNoneMatch: "*" })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("are copied with their type and tags, or with new ones", async () => {
    await put("from", bytes, { ContentType: "image/png" });
    await s3.send(new PutObjectTaggingCommand({ Bucket, Key: "from", Tagging: { TagSet: [{ Key: "scan", Value: "clean" }] } }));
    await s3.send(new CopyObjectCommand({ Bucket, Key: "to", CopySource: `${Bucket}/from` }));
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key: "to" }))).toMatchObject({ ContentType: "image/png", ContentLength: bytes.length });
    expect((await s3.send(new GetObjectTaggingCommand({ Bucket, Key: "to" }))).TagSet).toEqual([{ Key: "scan", Value: "clean" }]);
    await s3.send(new CopyObjectCommand({ Bucket, Key: "to", CopySource: `${Bucket}/from`, MetadataDirective: "REPLACE", ContentType: "image/gif" }));
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key: "to" }))).ContentType).toBe("image/gif");
  });

  it("are gone after a delete, one by one or many at once", async () => {
    for (const key of ["d/1", "d/2 &", "d/3"]) await put(key, "x");
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "d/1" }));
    const { Deleted } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: "d/2 &" }, { Key: "d/3" }] } }));
    expect(Deleted?.map(({ Key }) => Key)).toEqual(["d/2 &", "d/3"]);
    await expect(read("d/1")).rejects.toMatchObject({ name: "NoSuchKey" });
    expect((await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "d/" }))).KeyCount).toBe(0);
  });

  it("survive a restart", async () => {
    await put("kept", "still here");
    await service.stop();
    service = await start();
    s3 = connect(service.url);
    expect((await read("kept")).toString()).toBe("still here");
  });
});

describe("listing", () => {
  it("pages in byte order and folds what lies behind a delimiter, never twice", async () => {
    for (const key of ["l/a/1", "l/a/2", "l/b", "l/c/1", "l/d"]) await put(key, "x");
    const seen: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "l/", Delimiter: "/", MaxKeys: 1, ContinuationToken }));
      seen.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix ?? ""), ...(page.Contents ?? []).map(({ Key }) => Key ?? ""));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    expect(seen).toEqual(["l/a/", "l/b", "l/c/", "l/d"]);
  });
});

describe("uploads in parts", () => {
  const part = Buffer.alloc(5 * 1024 * 1024, "p");

  it("join presigned parts in order and say their ETag as S3 does", async () => {
    const target = { Bucket, Key: "parts.bin" };
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ ...target, ContentType: "video/mp4" }));
    const Parts = await Promise.all([2, 1].map(async (PartNumber) => {
      const url = await getSignedUrl(s3, new UploadPartCommand({ ...target, UploadId, PartNumber }), { expiresIn: 60 });
      const answer = await fetch(url, { method: "PUT", body: PartNumber === 1 ? part : Buffer.from("tail"), headers: { origin } });
      expect(answer.headers.get("access-control-expose-headers")).toContain("ETag");
      return { PartNumber, ETag: answer.headers.get("etag") ?? "" };
    }));
    expect((await s3.send(new ListPartsCommand({ ...target, UploadId }))).Parts?.map(({ Size }) => Size)).toEqual([part.length, 4]);
    const done = await s3.send(new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts: Parts.reverse() } }));
    expect(done.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
    expect((await read("parts.bin")).equals(Buffer.concat([part, Buffer.from("tail")]))).toBe(true);
    expect((await s3.send(new HeadObjectCommand(target))).ContentType).toBe("video/mp4");
  });

  it("refuse parts that are too small, unknown or of an upload that was given up", async () => {
    const target = { Bucket, Key: "small.bin" };
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand(target));
    const Parts = [];
    for (const PartNumber of [1, 2]) {
      const { ETag } = await s3.send(new UploadPartCommand({ ...target, UploadId, PartNumber, Body: "tiny" }));
      Parts.push({ PartNumber, ETag });
    }
    const complete = (list: { PartNumber: number; ETag: string | undefined }[]): Promise<unknown> => s3.send(new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts: list } }));
    await expect(complete(Parts)).rejects.toMatchObject({ name: "EntityTooSmall" });
    await expect(complete([{ PartNumber: 7, ETag: '"x"' }])).rejects.toMatchObject({ name: "InvalidPart" });
    await s3.send(new AbortMultipartUploadCommand({ ...target, UploadId }));
    await expect(complete(Parts)).rejects.toMatchObject({ name: "NoSuchUpload" });
  });
});

describe("signatures", () => {
  it("let a presigned upload and download through, with the type that was signed", async () => {
    const url = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: "p.jpg", ContentType: "image/jpeg" }), { expiresIn: 60, signableHeaders: new Set(["content-type"]) });
    expect((await fetch(url, { method: "PUT", body: bytes, headers: { "content-type": "text/html" } })).status).toBe(403);
    expect((await fetch(url, { method: "PUT", body: bytes, headers: { "content-type": "image/jpeg" } })).status).toBe(200);
    const get = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: "p.jpg", ResponseContentDisposition: 'attachment; filename="x.jpg"' }), { expiresIn: 60 });
    const answer = await fetch(get, { headers: { range: "bytes=0-9" } });
    expect([answer.status, await answer.text(), answer.headers.get("content-disposition")]).toEqual([206, "abcdefghij", 'attachment; filename="x.jpg"']);
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  });

  it("refuse what is unsigned, tampered with, expired or signed by another key", async () => {
    await put("secret");
    const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: "secret" }), { expiresIn: 60 });
    const old = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: "secret" }), { expiresIn: 1, signingDate: new Date(Date.now() - 3_600_000) });
    const attempts = [`${service.url}/${Bucket}/secret`, url.replace("/secret?", "/empty?"), url.replace(/Expires=60/, "Expires=6000"), old];
    for (const attempt of attempts) expect((await fetch(attempt)).status).toBe(403);
    const stranger = connect(service.url, { ...credentials, secretAccessKey: "another" });
    await expect(stranger.send(new HeadObjectCommand({ Bucket, Key: "secret" }))).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  });

  it("hold a browser's form to its policy", async () => {
    const send = async (size: number, type = "image/png"): Promise<number> => (await fetch(`${service.url}/${Bucket}`, { method: "POST", body: policyForm(size, type) })).status;
    expect(await send(1000)).toBe(204);
    expect((await read("form.png")).length).toBe(1000);
    expect(await send(5000)).toBe(400);
    expect(await send(1000, "text/html")).toBe(403);
  });
});

function policyForm(size: number, type: string): FormData {
  const credential = `${credentials.accessKeyId}/20300101/us-east-1/s3/aws4_request`;
  const conditions = [{ bucket: Bucket }, { key: "form.png" }, ["content-length-range", 1, 2000], ["eq", "$Content-Type", "image/png"]];
  const policy = Buffer.from(JSON.stringify({ expiration: new Date(Date.now() + 60_000).toISOString(), conditions })).toString("base64");
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
  const key = ["20300101", "us-east-1", "s3", "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${credentials.secretAccessKey}`);
  const form = new FormData();
  const fields = { key: "form.png", "Content-Type": type, "X-Amz-Credential": credential, Policy: policy, "X-Amz-Signature": hmac(key, policy).toString("hex") };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new Blob([bytes.subarray(0, size)]), "x.png");
  return form;
}

describe("browsers", () => {
  it("of the app's origin may upload; others learn nothing", async () => {
    const ask = (from: string): Promise<Response> => fetch(`${service.url}/${Bucket}/x`, { method: "OPTIONS", headers: { origin: from, "access-control-request-method": "PUT", "access-control-request-headers": "content-type" } });
    const ours = await ask(origin);
    expect([ours.status, ours.headers.get("access-control-allow-origin"), ours.headers.get("access-control-allow-headers")]).toEqual([200, origin, "content-type"]);
    const theirs = await ask("https://elsewhere.test");
    expect([theirs.status, theirs.headers.get("access-control-allow-origin")]).toEqual([403, null]);
  });
});
