import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSentry, type SentryEnvelope } from "@/local/sentry";
import type { Service } from "@/local/support/http";

let service: Service;
const envelopes = async (): Promise<SentryEnvelope[]> => ((await (await fetch(`${service.url}/envelopes`)).json()) as { envelopes: SentryEnvelope[] }).envelopes;

beforeAll(async () => {
  service = await startSentry({ dataDir: await mkdtemp(path.join(tmpdir(), "sentry-")) });
});
afterAll(() => service.stop());

describe("the error service", () => {
  it("keeps envelopes, plain or compressed, item by item", async () => {
    const event = JSON.stringify({ exception: { values: [{ type: "Error", value: "it broke <b>" }] } });
    const text = `${JSON.stringify({ event_id: "abc" })}\n${JSON.stringify({ type: "attachment", length: 5 })}\na\nb\nc\n${JSON.stringify({ type: "event" })}\n${event}\n`;
    const plain = await fetch(`${service.url}/api/1/envelope/?sentry_key=k`, { method: "POST", body: text });
    expect(await plain.json()).toEqual({ id: "abc" });
    await fetch(`${service.url}/api/1/envelope/`, { method: "POST", body: new Uint8Array(gzipSync(text)), headers: { "content-encoding": "gzip" } });
    const kept = await envelopes();
    expect(kept).toHaveLength(2);
    expect(kept[0]?.items).toEqual([{ type: "attachment", payload: "a\nb\nc" }, { type: "event", payload: JSON.parse(event) as unknown }]);
    expect(await (await fetch(service.url)).text()).toContain("Error: it broke &lt;b&gt;");
  });
});
