import { getObject } from "@/lib/platform/storage";
import { files } from "../rules";

/** The bytes of a creator's file; undefined when there are none, or more than a bank takes. */
export async function readEvidenceFile(key: string): Promise<Buffer | undefined> {
  const object = await getObject(key);
  if (!object || object.bytes === 0 || object.bytes > files.mostBytes) { object?.stream.destroy(); return undefined; }
  const chunks: Buffer[] = [];
  for await (const chunk of object.stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** What a bank opens, by the first bytes, whatever the file is called. */
export function typeOf(bytes: Buffer): (typeof files.types)[number] | undefined {
  const start = bytes.toString("hex", 0, 4);
  if (start.startsWith("25504446")) return "application/pdf";
  if (start.startsWith("ffd8ff")) return "image/jpeg";
  return start.startsWith("89504e47") ? "image/png" : undefined;
}
