import { S3Error } from "./errors";
import type { Bucket } from "./store";
import { escapeXml, namespace } from "./xml";

/** ListObjectsV2: keys after a point, at most `max-keys`, with everything behind a delimiter folded into one prefix. */
export function listObjects(bucket: Bucket, query: URLSearchParams): string {
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const limit = Math.min(Number(query.get("max-keys") ?? 1000), 1000);
  const after = startOf(query);

  const contents: string[] = [];
  const prefixes = new Set<string>();
  let last: Start = { key: "", folded: false };
  let truncated = false;
  for (const key of bucket.keys()) {
    if (!key.startsWith(prefix) || !isAfter(key, after)) continue;
    const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    const folded = cut >= 0 ? key.slice(0, cut + delimiter.length) : undefined;
    if (folded !== undefined && prefixes.has(folded)) continue;
    if (contents.length + prefixes.size >= limit) {
      truncated = limit > 0;
      break;
    }
    if (folded !== undefined) prefixes.add(folded);
    else contents.push(key);
    last = { key: folded ?? key, folded: folded !== undefined };
  }

  const url = query.get("encoding-type") === "url";
  const text = (key: string): string => escapeXml(url ? encodeURIComponent(key).replaceAll("%2F", "/") : key);
  return `<ListBucketResult ${namespace}><Name>${bucket.name}</Name><Prefix>${text(prefix)}</Prefix><MaxKeys>${limit}</MaxKeys>${url ? "<EncodingType>url</EncodingType>" : ""}<KeyCount>${contents.length + prefixes.size}</KeyCount><IsTruncated>${truncated}</IsTruncated>${
    truncated ? `<NextContinuationToken>${Buffer.from(JSON.stringify(last)).toString("base64url")}</NextContinuationToken>` : ""
  }${contents.map((key) => row(bucket, key, text)).join("")}${[...prefixes].map((key) => `<CommonPrefixes><Prefix>${text(key)}</Prefix></CommonPrefixes>`).join("")}</ListBucketResult>`;
}

/** Where a page begins: after this key, or after all keys that a folded prefix stands for. */
interface Start {
  key: string;
  folded: boolean;
}

function startOf(query: URLSearchParams): Start {
  const token = query.get("continuation-token");
  if (!token) return { key: query.get("start-after") ?? "", folded: false };
  try {
    return JSON.parse(Buffer.from(token, "base64url").toString()) as Start;
  } catch {
    throw new S3Error(400, "InvalidArgument", "The continuation token provided is incorrect");
  }
}

function isAfter(key: string, after: Start): boolean {
  if (after.folded && key.startsWith(after.key)) return false;
  return after.key === "" || Buffer.compare(Buffer.from(key), Buffer.from(after.key)) > 0;
}

function row(bucket: Bucket, key: string, text: (key: string) => string): string {
  const { size, etag, modified } = bucket.find(key);
  return `<Contents><Key>${text(key)}</Key><LastModified>${new Date(modified).toISOString()}</LastModified><ETag>${escapeXml(etag)}</ETag><Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
}
