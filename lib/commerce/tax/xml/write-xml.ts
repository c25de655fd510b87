/** An element: its name, its attributes, and either text or elements; what is undefined is left out. */
export interface Element {
  name: string;
  attributes?: Record<string, string>;
  inside: string | (Element | undefined)[];
}

export const el = (name: string, inside: Element["inside"] | number, attributes?: Record<string, string>): Element => ({ name, inside: typeof inside === "number" ? String(inside) : inside, ...(attributes ? { attributes } : {}) });
/** Only when there is something to say. */
export const maybe = (name: string, text: string): Element | undefined => (text === "" ? undefined : el(name, text));

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
/** Signs that XML 1.0 cannot hold are dropped; the rest is escaped. */
const holds = (sign: string): boolean => sign >= " " ? !/[\uFFFE\uFFFF\uD800-\uDFFF]/u.test(sign) : sign === "\n" || sign === "\t";
const escapeXml = (text: string): string => Array.from(text).filter(holds).map((sign) => escapes[sign] ?? sign).join("");

/** The text of a document: UTF-8, one element a line. */
export function writeXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, "")}`;
}

function write({ name, attributes = {}, inside }: Element, indent: string): string {
  const open = `${indent}<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join("")}`;
  if (typeof inside === "string") return `${open}>${escapeXml(inside)}</${name}>\n`;
  return `${open}>\n${inside.map((one) => (one ? write(one, `${indent} `) : "")).join("")}${indent}</${name}>\n`;
}
