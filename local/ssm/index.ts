import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { readBody, sendJson, serve, type Service } from "../support/http";

interface Parameter {
  Name: string;
  Type: "String" | "StringList" | "SecureString";
  Value: string;
  Version: number;
  /** Seconds since 1970, as the protocol has it. */
  LastModifiedDate: number;
}

interface Request {
  Name?: string;
  Names?: string[];
  Path?: string;
  Value?: string;
  Type?: Parameter["Type"];
  Overwrite?: boolean;
  Recursive?: boolean;
  WithDecryption?: boolean;
  MaxResults?: number;
  NextToken?: string;
}

class Refusal extends Error {
  constructor(
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}

const contentType = { "content-type": "application/x-amz-json-1.1" };
const pageSize = 10; // AWS allows ten names or rows a call

/** What AWS shows of a SecureString that was not asked to be decrypted: something, but not the value. */
function shown(parameter: Parameter, decrypt = false): Record<string, unknown> {
  const hidden = parameter.Type === "SecureString" && !decrypt;
  const Value = hidden ? `AQICAH${Buffer.from(parameter.Name).toString("base64")}` : parameter.Value;
  return { ...parameter, Value, ARN: `arn:aws:ssm:us-east-1:000000000000:parameter${parameter.Name}`, DataType: "text" };
}

class ParameterStore {
  private constructor(
    private readonly file: string,
    private readonly parameters: Map<string, Parameter>,
  ) {}

  static async open(dataDir: string): Promise<ParameterStore> {
    await mkdir(dataDir, { recursive: true });
    const file = path.join(dataDir, "parameters.json");
    const text = await readFile(file, "utf8").catch(() => "[]");
    const rows = JSON.parse(text) as Parameter[];
    return new ParameterStore(file, new Map(rows.map((row) => [row.Name, row])));
  }

  private saving: Promise<void> = Promise.resolve();

  /** Written beside and renamed, so that a crash leaves the old file or the new one. */
  private save(): Promise<void> {
    const write = async (): Promise<void> => {
      await writeFile(`${this.file}.new`, JSON.stringify([...this.parameters.values()], null, 1), { mode: 0o600 });
      await rename(`${this.file}.new`, this.file);
    };
    return (this.saving = this.saving.catch(() => undefined).then(write));
  }

  async PutParameter({ Name, Value, Type, Overwrite }: Request): Promise<unknown> {
    if (!Name || Value === undefined) throw new Refusal("ValidationException", "Name and Value are required.");
    const old = this.parameters.get(Name);
    if (old && !Overwrite) throw new Refusal("ParameterAlreadyExists", "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
    const Version = (old?.Version ?? 0) + 1;
    this.parameters.set(Name, { Name, Value, Type: Type ?? old?.Type ?? "String", Version, LastModifiedDate: Date.now() / 1000 });
    await this.save();
    return { Version, Tier: "Standard" };
  }

  GetParameter({ Name = "", WithDecryption }: Request): unknown {
    const parameter = this.parameters.get(Name);
    if (!parameter) throw new Refusal("ParameterNotFound", "");
    return { Parameter: shown(parameter, WithDecryption) };
  }

  GetParameters({ Names = [], WithDecryption }: Request): unknown {
    if (Names.length > pageSize) throw new Refusal("ValidationException", "Member must have length less than or equal to 10");
    const found = Names.flatMap((name) => this.parameters.get(name) ?? []);
    return { Parameters: found.map((row) => shown(row, WithDecryption)), InvalidParameters: Names.filter((name) => !this.parameters.has(name)) };
  }

  GetParametersByPath({ Path = "/", Recursive, WithDecryption, MaxResults = pageSize, NextToken }: Request): unknown {
    const prefix = Path.endsWith("/") ? Path : `${Path}/`;
    const below = [...this.parameters.values()].filter((row) => row.Name.startsWith(prefix) && (Recursive ?? !row.Name.slice(prefix.length).includes("/")));
    const start = Number(NextToken ?? 0);
    const end = start + Math.min(MaxResults, pageSize);
    return { Parameters: below.slice(start, end).map((row) => shown(row, WithDecryption)), ...(end < below.length ? { NextToken: String(end) } : {}) };
  }

  async DeleteParameter({ Name = "" }: Request): Promise<unknown> {
    if (!this.parameters.delete(Name)) throw new Refusal("ParameterNotFound", "");
    await this.save();
    return {};
  }
}

const operations = ["PutParameter", "GetParameter", "GetParameters", "GetParametersByPath", "DeleteParameter"] as const;
type Operation = (typeof operations)[number];

/** AWS Systems Manager Parameter Store, JSON 1.1. Values live in `dataDir/parameters.json`, readable by their owner only. */
export async function startSsm({ dataDir, port }: { dataDir: string; port?: number }): Promise<Service> {
  const store = await ParameterStore.open(dataDir);
  return serve(async (request, response) => {
    const target = request.headers["x-amz-target"];
    const name = (Array.isArray(target) ? target[0] : target)?.replace("AmazonSSM.", "");
    const operation = operations.find((known): known is Operation => known === name);
    try {
      if (!operation) throw new Refusal("UnknownOperationException", name ?? "");
      const input = JSON.parse((await readBody(request)).toString() || "{}") as Request;
      sendJson(response, 200, await store[operation](input), contentType);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sendJson(response, 400, { __type: error.type, message: error.message }, { ...contentType, "x-amzn-errortype": error.type });
    }
  }, port);
}
