import type { z } from "zod";
import { AppError, type InvalidParam } from "@/lib/platform/errors";

export class InvalidRequest extends AppError {
  constructor(invalidParams: InvalidParam[]) {
    super("bad_request", invalidParams.length === 1 ? (invalidParams[0]?.reason ?? "Something is not right.") : "Some of this is not right. Look at the fields marked.", { invalidParams });
  }
}

/** Parses one part of the request. @throws InvalidRequest naming each field as "part.path" */
export function parsePart<T>(part: "params" | "query" | "body", schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidRequest(parsed.error.issues.map((issue) => ({ name: [part, ...issue.path.map(String)].join("."), reason: issue.message })));
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

/** The request's bytes, up to `most`. @throws AppError too_large, before more than `most` is kept */
export async function readBytes(request: Request, most: number): Promise<Buffer> {
  const tooLarge = (): AppError => new AppError("too_large", `This is too long. The most we take here is ${Math.floor(most / 1024)} kB.`);
  if (Number(request.headers.get("content-length") ?? "0") > most) throw tooLarge();
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > most) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
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
