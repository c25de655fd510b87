import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody, serve, urlOf, type Service } from "../support/http";
import { bodyOf } from "./body";
import { applyCors, corsFor, preflight } from "./cors";
import { S3Error } from "./errors";
import { postForm } from "./form";
import { listObjects } from "./list";
import { serveObject } from "./objects";
import { authenticate, type Credentials } from "./signature";
import { Store, type Bucket } from "./store";
import { escapeXml, namespace, sendXml, textsOf } from "./xml";

export interface S3Options {
  dataDir: string;
  credentials: Credentials;
  /** Buckets that exist from the start. */
  buckets: readonly string[];
  /** Origins whose pages may read from and upload to those buckets. */
  corsOrigins: readonly string[];
  port?: number;
}

/** Amazon S3, path-style, with one key pair. Bodies are streamed; objects live under `dataDir`. */
export async function startS3({ dataDir, credentials, buckets, corsOrigins, port }: S3Options): Promise<Service> {
  const store = new Store(dataDir);
  await store.load();
  for (const name of buckets) await (await store.create(name)).setCors(corsFor(corsOrigins));
  return serve(async (request, response) => {
    try {
      await answer(request, response, store, credentials);
    } catch (error) {
      refuse(request, response, error);
    }
  }, port);
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const full = (error as NodeJS.ErrnoException).code === "ENOSPC";
  const { status, code, message } = error instanceof S3Error ? error : { status: full ? 507 : 500, code: "InternalError", message: error instanceof Error ? error.message : String(error) };
  // What is left of a refused body is not read; the connection cannot be used again.
  if (!request.complete) response.setHeader("connection", "close");
  if (request.method === "HEAD") response.writeHead(status).end();
  else sendXml(response, status, `<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`);
}

async function answer(request: IncomingMessage, response: ServerResponse, store: Store, credentials: Credentials): Promise<void> {
  const url = urlOf(request);
  const [, bucketName = "", ...rest] = url.pathname.split("/").map(decodeURIComponent);
  const key = rest.join("/");
  // The app's pages are cross-origin isolated from everything that does not say this.
  response.setHeader("cross-origin-resource-policy", "cross-origin");

  const known = store.names().includes(bucketName) ? store.find(bucketName) : undefined;
  if (request.method === "OPTIONS") {
    preflight(request, response, known?.cors);
    return;
  }
  applyCors(request, response, known?.cors);
  if (request.method === "POST" && !key && request.headers["content-type"]?.startsWith("multipart/form-data")) {
    await postForm(request, response, store.find(bucketName), credentials);
    return;
  }
  authenticate(request, url, credentials);
  if (!bucketName) {
    listBuckets(response, store);
  } else if (!key && request.method === "PUT" && url.search === "") {
    await store.create(bucketName);
    response.writeHead(200, { location: `/${bucketName}` }).end();
  } else if (!key) {
    await serveBucket(request, response, store, store.find(bucketName), url.searchParams);
  } else {
    await serveObject({ request, response, query: url.searchParams, store, bucket: store.find(bucketName), key });
  }
}

function listBuckets(response: ServerResponse, store: Store): void {
  const rows = store.names().map((name) => `<Bucket><Name>${name}</Name></Bucket>`);
  sendXml(response, 200, `<ListAllMyBucketsResult ${namespace}><Buckets>${rows.join("")}</Buckets></ListAllMyBucketsResult>`);
}

async function serveBucket(request: IncomingMessage, response: ServerResponse, store: Store, bucket: Bucket, query: URLSearchParams): Promise<void> {
  const { method } = request;
  if (query.has("cors")) {
    await serveCors(request, response, bucket);
  } else if (method === "PUT") {
    // Settings of the real service that change nothing on one machine: encryption, public access, versioning.
    await readBody(bodyOf(request));
    response.writeHead(200).end();
  } else if (method === "POST" && query.has("delete")) {
    await deleteObjects(request, response, bucket);
  } else if (method === "DELETE") {
    await store.remove(bucket.name);
    response.writeHead(204).end();
  } else if (method === "HEAD") {
    response.writeHead(200).end();
  } else if (query.has("location")) {
    sendXml(response, 200, `<LocationConstraint ${namespace}/>`);
  } else {
    sendXml(response, 200, listObjects(bucket, query));
  }
}

async function serveCors(request: IncomingMessage, response: ServerResponse, bucket: Bucket): Promise<void> {
  if (request.method === "PUT") {
    const xml = (await readBody(bodyOf(request))).toString();
    await bucket.setCors(xml.replace(/^<\?xml[^>]*\?>/, ""));
    response.writeHead(200).end();
  } else if (bucket.cors === undefined) {
    throw new S3Error(404, "NoSuchCORSConfiguration", "The CORS configuration does not exist");
  } else {
    sendXml(response, 200, bucket.cors);
  }
}

async function deleteObjects(request: IncomingMessage, response: ServerResponse, bucket: Bucket): Promise<void> {
  const xml = (await readBody(bodyOf(request))).toString();
  const keys = textsOf(xml, "Key");
  if (keys.length > 1000) throw new S3Error(400, "MalformedXML", "At most 1000 keys a request");
  for (const key of keys) await bucket.remove(key);
  const quiet = textsOf(xml, "Quiet")[0] === "true";
  const rows = quiet ? [] : keys.map((key) => `<Deleted><Key>${escapeXml(key)}</Key></Deleted>`);
  sendXml(response, 200, `<DeleteResult ${namespace}>${rows.join("")}</DeleteResult>`);
}
