import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand, NoSuchKey, NotFound as S3NotFound, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { config, need } from "@/lib/platform/config";

const holder = globalThis as typeof globalThis & { directfanzS3?: S3Client };

function client(): S3Client {
  const accessKeyId = need("Storage", "S3_ACCESS_KEY_ID");
  const secretAccessKey = need("Storage", "S3_SECRET_ACCESS_KEY");
  holder.directfanzS3 ??= new S3Client({
    region: config().S3_REGION,
    ...(config().S3_ENDPOINT ? { endpoint: config().S3_ENDPOINT, forcePathStyle: true } : {}),
    credentials: { accessKeyId, secretAccessKey },
    // Presigned PUTs from a browser cannot carry the SDK's default checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 3,
    // Storage that hangs must not hold a request or a job for ever.
    requestHandler: { connectionTimeout: 3_000, socketTimeout: 20_000 },
  });
  return holder.directfanzS3;
}

const bucket = (): string => need("Storage", "S3_BUCKET");

/** A URL to which exactly this many bytes of this type may be PUT, for `seconds`. */
export function presignPut(key: string, { contentType, bytes, seconds }: { contentType: string; bytes: number; seconds: number }): Promise<string> {
  const command = new PutObjectCommand({ Bucket: bucket(), Key: key, ContentType: contentType, ContentLength: bytes });
  return getSignedUrl(client(), command, { expiresIn: seconds, signableHeaders: new Set(["content-type", "content-length", "host"]) });
}

/** A URL that reads one object, for `seconds`. Whoever holds it can read it: keep the time short. */
export function presignGet(key: string, { contentType, seconds }: { contentType: string; seconds: number }): Promise<string> {
  const command = new GetObjectCommand({ Bucket: bucket(), Key: key, ResponseContentType: contentType, ResponseCacheControl: `private, max-age=${seconds}` });
  return getSignedUrl(client(), command, { expiresIn: seconds });
}

/** Bytes at hand, or a file that is sent as it is read. */
export type StorableBody = Buffer | { path: string; bytes: number };

/**
 * Writes an object whole, in place of one of that key. `key` is a path in the bucket without a slash before it; `cacheControl` is what
 * browsers are told when they read it. @throws NotConfigured; the SDK's error when storage is away, after three tries
 */
export async function putObject(key: string, body: StorableBody, contentType: string, cacheControl = "private, max-age=0"): Promise<void> {
  await client().send(new PutObjectCommand({ Bucket: bucket(), Key: key, ...contentOf(body), ContentType: contentType, CacheControl: cacheControl }));
}

const contentOf = (body: StorableBody): { Body: Buffer | Readable; ContentLength: number } =>
  Buffer.isBuffer(body) ? { Body: body, ContentLength: body.length } : { Body: createReadStream(body.path), ContentLength: body.bytes };

export interface StoredObject {
  stream: Readable;
  bytes: number;
  contentType: string;
}

/** Opens an object for reading; undefined when there is none. */
export async function getObject(key: string): Promise<StoredObject | undefined> {
  try {
    const answer = await client().send(new GetObjectCommand({ Bucket: bucket(), Key: key }));
    return { stream: answer.Body as Readable, bytes: answer.ContentLength ?? 0, contentType: answer.ContentType ?? "application/octet-stream" };
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

/** The size of an object in bytes; undefined when there is none. */
export async function headObject(key: string): Promise<number | undefined> {
  try {
    const answer = await client().send(new HeadObjectCommand({ Bucket: bucket(), Key: key }));
    return answer.ContentLength ?? 0;
  } catch (error) {
    if (error instanceof S3NotFound || error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

/** Removes an object; one that is not there is no fault. @throws NotConfigured; the SDK's error when storage is away, after three tries */
export async function deleteObject(key: string): Promise<void> {
  await client().send(new DeleteObjectCommand({ Bucket: bucket(), Key: key }));
}

/** For preflight: the bucket exists and our key opens it. */
export async function checkBucket(): Promise<void> {
  await client().send(new HeadBucketCommand({ Bucket: bucket() }));
}

/** For tests that change their configuration. */
export function forgetStorage(): void {
  delete holder.directfanzS3;
}
