import { mkdtemp, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DeleteParameterCommand, GetParameterCommand, GetParametersByPathCommand, GetParametersCommand, paginateGetParametersByPath, ParameterAlreadyExists, ParameterNotFound, PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSsm } from "@/local/ssm";
import type { Service } from "@/local/support/http";

let dataDir: string;
let service: Service;
let client: SSMClient;

const connect = (endpoint: string): SSMClient => new SSMClient({ endpoint, region: "us-east-1", credentials: { accessKeyId: "a", secretAccessKey: "b" }, maxAttempts: 1 });

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "ssm-"));
  service = await startSsm({ dataDir });
  client = connect(service.url);
  for (let n = 0; n < 13; n++) await client.send(new PutParameterCommand({ Name: `/directfanz/x/K${n}`, Value: `value ${n}`, Type: "SecureString" }));
  await client.send(new PutParameterCommand({ Name: "/directfanz/x/deep/er", Value: "d", Type: "String" }));
});
afterAll(() => service.stop());

describe("the parameter store", () => {
  it("pages through a path, decrypted, and descends only when asked", async () => {
    const found: string[] = [];
    for await (const page of paginateGetParametersByPath({ client }, { Path: "/directfanz/x/", Recursive: true, WithDecryption: true })) {
      found.push(...(page.Parameters ?? []).map((row) => row.Value ?? ""));
    }
    expect(found).toHaveLength(14);
    expect(found).toContain("value 12");

    const flat = await client.send(new GetParametersByPathCommand({ Path: "/directfanz/x" }));
    expect(flat.Parameters).toHaveLength(10);
    expect(flat.NextToken).toBeDefined();
    expect(flat.Parameters?.map((row) => row.Name)).not.toContain("/directfanz/x/deep/er");
  });

  it("does not show a secret that was not asked to be decrypted", async () => {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: "/directfanz/x/K1" }));
    expect(Parameter?.Value).not.toContain("value");
    expect(Parameter?.Type).toBe("SecureString");
  });

  it("names the parameters it does not know", async () => {
    const answer = await client.send(new GetParametersCommand({ Names: ["/directfanz/x/K0", "/none"], WithDecryption: true }));
    expect(answer.Parameters?.[0]?.Value).toBe("value 0");
    expect(answer.InvalidParameters).toEqual(["/none"]);
    await expect(client.send(new GetParameterCommand({ Name: "/none" }))).rejects.toBeInstanceOf(ParameterNotFound);
  });

  it("overwrites only when told to, and counts versions", async () => {
    const put = { Name: "/directfanz/v", Value: "1", Type: "String" } as const;
    await client.send(new PutParameterCommand(put));
    await expect(client.send(new PutParameterCommand(put))).rejects.toBeInstanceOf(ParameterAlreadyExists);
    expect((await client.send(new PutParameterCommand({ ...put, Value: "2", Overwrite: true }))).Version).toBe(2);
  });

  it("keeps values through a restart, in a file only its owner can read", async () => {
    await client.send(new PutParameterCommand({ Name: "/directfanz/kept", Value: "yes", Type: "SecureString" }));
    await client.send(new PutParameterCommand({ Name: "/directfanz/gone", Value: "no", Type: "SecureString" }));
    await client.send(new DeleteParameterCommand({ Name: "/directfanz/gone" }));
    await service.stop();
    service = await startSsm({ dataDir });
    client = connect(service.url);
    const { Parameters, InvalidParameters } = await client.send(new GetParametersCommand({ Names: ["/directfanz/kept", "/directfanz/gone"], WithDecryption: true }));
    expect(Parameters?.[0]?.Value).toBe("yes");
    expect(InvalidParameters).toEqual(["/directfanz/gone"]);
    expect((await stat(path.join(dataDir, "parameters.json"))).mode & 0o777).toBe(0o600);
  });
});
