import type { FormObject } from "./form";
import { invalid, missing, unknownParameter } from "./errors";

/**
 * Reads the parameters of one request, or of one object nested in it, and refuses what Stripe refuses.
 * Every reader throws a 400 that names the parameter the way Stripe does (`items[0][price]`).
 */
export class Params {
  private readonly values: FormObject;
  private readonly prefix: string;

  constructor(values: FormObject, prefix = "") {
    this.values = values;
    this.prefix = prefix;
  }

  /** @throws parameter_unknown for the first name that is not in `names` */
  accept(names: readonly string[]): this {
    const stranger = Object.keys(this.values).find((name) => !names.includes(name));
    if (stranger !== undefined) throw unknownParameter(this.full(stranger));
    return this;
  }

  has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  /** The name as Stripe would write it in an error. */
  full(name: string): string {
    return this.prefix === "" ? name : `${this.prefix}[${name}]`;
  }

  /** Text as sent; `""` is how a client says "clear this". */
  text(name: string): string | undefined {
    const value = this.values[name];
    if (value === undefined || typeof value === "string") return value;
    throw invalid(`Invalid string: ${this.full(name)}`, { param: this.full(name) });
  }

  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw missing(this.full(name));
    if (value === "") {
      throw invalid(`You passed an empty string for '${this.full(name)}'. We assume empty values are an attempt to unset a parameter; however '${this.full(name)}' cannot be unset.`, { code: "parameter_invalid_empty", param: this.full(name) });
    }
    return value;
  }

  integer(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (!/^-?\d{1,15}$/.test(value)) throw invalid(`Invalid integer: ${value}`, { code: "parameter_invalid_integer", param: this.full(name) });
    return Number(value);
  }

  /** A whole number of at least `least`. */
  requiredInteger(name: string, least: number): number {
    const value = this.integer(name);
    if (value === undefined) throw missing(this.full(name));
    if (value < least) throw invalid(`This value must be greater than or equal to ${least}.`, { code: "parameter_invalid_integer", param: this.full(name) });
    return value;
  }

  flag(name: string): boolean | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (value !== "true" && value !== "false") throw invalid(`Invalid boolean: ${value}`, { param: this.full(name) });
    return value === "true";
  }

  choice<const T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw invalid(`Invalid ${this.full(name)}: must be one of ${allowed.join(", ")}`, { param: this.full(name) });
    return found;
  }

  object(name: string, names?: readonly string[]): Params | undefined {
    const value = this.values[name];
    if (value === undefined || value === "") return undefined;
    if (typeof value === "string") throw invalid("Invalid object", { param: this.full(name) });
    const params = new Params(value, this.full(name));
    return names === undefined ? params : params.accept(names);
  }

  objects(name: string, names: readonly string[]): Params[] {
    return (this.object(name)?.entries() ?? []).map(([index, value]) => {
      if (typeof value === "string") throw invalid("Invalid array", { param: this.full(name) });
      return new Params(value, `${this.full(name)}[${index}]`).accept(names);
    });
  }

  texts(name: string): string[] {
    return (this.object(name)?.entries() ?? []).map(([, value]) => {
      if (typeof value !== "string") throw invalid("Invalid array", { param: this.full(name) });
      return value;
    });
  }

  entries(): [string, FormObject[string]][] {
    return Object.entries(this.values);
  }
}

const isoCurrency = /^[a-z]{3}$/;

export function requiredCurrency(params: Params): string {
  const currency = params.requiredText("currency").toLowerCase();
  if (!isoCurrency.test(currency)) throw invalid(`Invalid currency: ${currency}.`, { param: params.full("currency") });
  return currency;
}

/** Sent keys are merged over `current`; an empty value drops its key, and `metadata=""` drops all. */
export function mergedMetadata(current: Readonly<Record<string, string>>, params: Params): Record<string, string> {
  if (!params.has("metadata")) return { ...current };
  const sent = params.object("metadata");
  if (sent === undefined) return {};
  const merged = new Map(Object.entries(current));
  for (const [key, value] of sent.entries()) {
    if (typeof value !== "string") throw invalid("Metadata values must be strings.", { param: sent.full(key) });
    if (key.length > 40) throw invalid(`Metadata keys may have up to 40 characters, but you passed in a key with ${key.length} characters.`, { param: "metadata" });
    if (value.length > 500) throw invalid(`Metadata values can have up to 500 characters, but you passed in a value that is ${value.length} characters.`, { param: sent.full(key) });
    if (value === "") merged.delete(key);
    else merged.set(key, value);
  }
  if (merged.size > 50) throw invalid(`Metadata can have up to 50 keys, but you passed in ${merged.size}.`, { param: "metadata" });
  return Object.fromEntries(merged);
}
