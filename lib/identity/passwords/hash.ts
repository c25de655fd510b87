import { hash, verify } from "@node-rs/argon2";
import { argon2 } from "./rules";

/** NFKC, so that the same password typed on another keyboard is the same password. */
const normalised = (password: string): string => password.normalize("NFKC");

/** An argon2id hash with its salt and costs in it ("$argon2id$v=19$…"), to be kept as it is. Slow by intent; see rules.ts for how slow. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), argon2);
}

let nobody: Promise<string> | undefined;

/** Compares in the same time whether or not there is a hash, so that an answer's delay tells nothing. */
export async function checkPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword("the password of an account that does not exist");
  const right = await verify(passwordHash ?? (await nobody), normalised(password));
  return right && typeof passwordHash === "string";
}
