import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { crc32 } from "node:zlib";
import { S3Error } from "./errors";
import { sameText } from "./signature";

/**
 * The object's bytes as they arrive, whichever way the client wraps them: plain, or `aws-chunked` with trailers.
 * Digests the client sends (SHA-256, MD5, CRC-32) are checked when the last byte has passed. Signatures of single chunks are not.
 * @throws S3Error 400 when the bytes are not those that were promised
 */
export async function* bodyOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  const promised = new Map<string, string>();
  for (const name of ["x-amz-content-sha256", "content-md5", "x-amz-checksum-crc32"]) {
    const value = request.headers[name];
    if (typeof value === "string") promised.set(name, value);
  }
  const chunked = promised.get("x-amz-content-sha256")?.startsWith("STREAMING-") ?? false;
  const source = chunked ? unwrap(request, promised) : (request as AsyncIterable<Buffer>);
  const [sha256, md5] = [createHash("sha256"), createHash("md5")];
  let crc = 0;
  let size = 0;
  for await (const bytes of source) {
    sha256.update(bytes);
    if (promised.has("content-md5")) md5.update(bytes);
    crc = crc32(bytes, crc);
    size += bytes.length;
    yield bytes;
  }
  const stated = chunked ? request.headers["x-amz-decoded-content-length"] : request.headers["content-length"];
  if (stated !== undefined && Number(stated) !== size) throw new S3Error(400, "IncompleteBody");
  const hash = promised.get("x-amz-content-sha256");
  if (hash && /^[0-9a-f]{64}$/.test(hash) && !sameText(sha256.digest("hex"), hash)) throw new S3Error(400, "XAmzContentSHA256Mismatch");
  const digest = promised.get("content-md5");
  if (digest && md5.digest("base64") !== digest) throw new S3Error(400, "BadDigest");
  const checksum = promised.get("x-amz-checksum-crc32");
  if (checksum && crcText(crc) !== checksum) throw new S3Error(400, "BadDigest", "The CRC32 you specified did not match the calculated checksum.");
}

function crcText(crc: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc);
  return bytes.toString("base64");
}

/** Takes `size[;chunk-signature=…]\r\n bytes \r\n` apart, and reads the trailer headers after the last chunk. */
async function* unwrap(source: AsyncIterable<unknown>, trailers: Map<string, string>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let left = 0; // bytes of the current chunk still to come
  let inTrailer = false;
  for await (const piece of source) {
    rest = rest.length ? Buffer.concat([rest, piece as Buffer]) : (piece as Buffer);
    while (!inTrailer) {
      if (left > 0) {
        if (rest.length === 0) break;
        const bytes = rest.subarray(0, left);
        rest = rest.subarray(bytes.length);
        left -= bytes.length;
        yield bytes;
        continue;
      }
      if (rest.subarray(0, 2).equals(lineEnd)) rest = rest.subarray(2); // the end of the chunk before
      const end = rest.indexOf(lineEnd);
      if (end < 0) break;
      left = chunkSize(rest.toString("latin1", 0, end));
      rest = rest.subarray(end + 2);
      inTrailer = left === 0;
    }
  }
  if (!inTrailer) throw new S3Error(400, "IncompleteBody");
  for (const line of rest.toString("latin1").split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) trailers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
}

const lineEnd = Buffer.from("\r\n");

function chunkSize(line: string): number {
  const size = Number.parseInt(line, 16);
  if (!(size >= 0)) throw new S3Error(400, "InvalidRequest", "A chunk without a size");
  return size;
}
