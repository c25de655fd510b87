import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

export interface Person {
  /** 21 digits, as Google's; the same for the same address. */
  sub: string;
  email: string;
  name: string;
  /** Said to hold an address that nobody confirmed. */
  unconfirmed?: boolean;
}

/** Those who have signed in here, kept so that a session survives a restart. */
export class People {
  private constructor(
    private readonly file: string,
    private readonly bySub: Map<string, Person>,
  ) {}

  static async open(dataDir: string): Promise<People> {
    await mkdir(dataDir, { recursive: true });
    const file = path.join(dataDir, "people.json");
    const rows = JSON.parse(await readFile(file, "utf8").catch(() => "[]")) as Person[];
    return new People(file, new Map(rows.map((row) => [row.sub, row])));
  }

  find(sub: string): Person | undefined {
    return this.bySub.get(sub);
  }

  async remember(email: string, name: string, unconfirmed: boolean): Promise<Person> {
    const address = email.toLowerCase();
    const digits = BigInt(`0x${createHash("sha256").update(address).digest("hex")}`).toString();
    const person = { sub: `1${digits.slice(0, 20)}`, email: address, name, ...(unconfirmed ? { unconfirmed } : {}) };
    this.bySub.set(person.sub, person);
    await writeFile(this.file, JSON.stringify([...this.bySub.values()], null, 1));
    return person;
  }
}
