import type { z } from "zod";
import { AppError, type InvalidParam } from "@/lib/platform/errors";

class InvalidRequest extends AppError {
  constructor(invalidParams: InvalidParam[]) {
    super("bad_request", invalidParams.length === 1 ? (invalidParams[0]?.reason ?? "Something is not right.") : "Some of this is not right. Look at the fields marked.", { invalidParams });
  }
}

/** Parses one part of the request. @throws InvalidRequest naming each field as "part.path" */
export function parsePart<T>(part: "params" | "query" | "body", schema: z.ZodType<T>, value: unknown): T {
  const unreadable = unreadableIn(value, [part]);
  if (unreadable.length > 0) throw new InvalidRequest(unreadable.map((name) => ({ name, reason: "This contains a character that cannot be kept." })));
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidRequest(parsed.error.issues.map((issue) => ({ name: [part, ...issue.path.map(String)].join("."), reason: issue.message })));
}

/** A NUL, or half of a pair of surrogates: no person types them, and the database can keep neither. */
const unkept = /\0|\p{Cs}/u;

/** The fields that hold such a character. Depth and length are bounded by the body's. */
function unreadableIn(value: unknown, path: string[]): string[] {
  if (typeof value === "string") return unkept.test(value) ? [path.join(".")] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (unkept.test(key) ? [path.join(".")] : unreadableIn(one, [...path, key])));
}

/** Query parameters as an object; one that is repeated becomes a list. */
export function queryOf(url: URL): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const key of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(key);
    query[key] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return query;
}

/** How long a caller may take to send a body; what we take here is small. */
const patienceMs = 10_000;

/** The request's bytes, up to `most`. @throws AppError too_large, before more than `most` is kept; too_slow, when they do not come */
export async function readBytes(request: Request, most: number): Promise<Buffer> {
  const tooLarge = (): AppError => new AppError("too_large", `This is too long. The most we take here is ${Math.floor(most / 1024)} kB.`);
  if (Number(request.headers.get("content-length") ?? "0") > most) throw tooLarge();
  if (!request.body) return Buffer.alloc(0);
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError("too_slow", "This took too long to arrive. Try again.")), patienceMs);
  });
  try {
    const chunks: Uint8Array[] = [];
    for (let size = 0; ; ) {
      const { done, value } = await Promise.race([reader.read(), late]);
      if (done) return Buffer.concat(chunks);
      size += value.byteLength;
      if (size > most) throw tooLarge();
      chunks.push(value);
    }
  } catch (error) {
    // Nobody waits for the rest; that it cannot be called off either says nothing new.
    void reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The request's JSON. @throws AppError for another type, malformed JSON, or one that tries to reach a prototype */
export async function readJson(request: Request, most: number): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(\w+\+)?json\b/iu.test(type)) throw new AppError("unsupported_type", "Send JSON (content-type: application/json).");
  const text = (await readBytes(request, most)).toString("utf8");
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === "__proto__") throw new SyntaxError("__proto__");
      return value;
    });
  } catch {
    throw new AppError("bad_request", "This is not JSON we can read.");
  }
}
