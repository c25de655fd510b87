import type { World } from "../world";

export type Fields = Readonly<Record<string, unknown>>;
export type Command = (world: World, fields: Fields) => Promise<object> | object;

export function numberIn(fields: Fields, name: string, otherwise: number): number {
  const value = fields[name];
  const parsed = value === undefined || value === "" ? otherwise : Number(value);
  return Number.isFinite(parsed) ? parsed : otherwise;
}

export function flagIn(fields: Fields, name: string, otherwise: boolean): boolean {
  const value = fields[name];
  return value === undefined ? otherwise : value === true || value === "true" || value === "on";
}

export function textIn(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
