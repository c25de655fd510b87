import type { FormObject } from "./form";

/** Decodes `multipart/form-data`: texts as they are, a file as its name, type and bytes in base64. */
export function decodeMultipart(bytes: Buffer, contentType: string): FormObject {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1] ?? "";
  const root: FormObject = {};
  // Latin-1 keeps every byte as one letter, so that binary parts come through whole.
  for (const part of bytes.toString("latin1").split(`--${boundary}`).slice(1, -1)) {
    const end = part.indexOf("\r\n\r\n");
    if (end < 0) continue;
    const head = part.slice(0, end);
    const content = Buffer.from(part.slice(end + 4, -2), "latin1");
    const name = /[ ;]name="([^"]*)"/.exec(head)?.[1];
    const filename = /filename="([^"]*)"/.exec(head)?.[1];
    if (name === undefined) continue;
    root[name] = filename === undefined ? content.toString("utf8") : { filename, type: /content-type: *([^\r\n]+)/i.exec(head)?.[1] ?? "", base64: content.toString("base64") };
  }
  return root;
}
