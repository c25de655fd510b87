import { afterAll, beforeAll, expect, it } from "vitest";
import { PATCH as describeMedia } from "@/app/api/v1/media/[mediaId]/route";
import { POST as announce } from "@/app/api/v1/media/route";
import { auditTrail, call, closeWorld, creator, database, openWorld } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

it("what a picture shows can be said while it is still on its way, by its owner alone", async () => {
  const [maker, other] = [await creator(), await creator()];
  const announced = await call(announce, { as: maker, body: { kind: "picture", fileName: "a.png", contentType: "image/png", bytes: 10 } });
  const params = { mediaId: announced.body.media.id as string };
  const says = (altText: string, as = maker) => call(describeMedia, { method: "PATCH", as, params, body: { altText } });
  expect((await says("A harbour at night", other)).status).toBe(404);
  expect((await says("x".repeat(501))).body.invalidParams[0].name).toBe("body.altText");
  expect((await says(" A harbour at night ")).body.altText).toBe("A harbour at night");
  await says("A harbour at night");
  expect((await database().media.findUniqueOrThrow({ where: { id: params.mediaId } })).altText).toBe("A harbour at night");
  expect((await auditTrail(params.mediaId)).map(({ action }) => action)).toEqual(["media.described"]);
});
