import { z } from "zod";
import { id } from "@/lib/platform/ids";
import { pageQuery } from "@/lib/platform/lists";
import { leastShare, mostShare } from "./rules";

export const splitInput = z.object({
  handle: z.string("Say who.").trim().max(60, "A handle is 30 letters at most.").transform((text) => text.replace(/^@/u, "").toLowerCase()).pipe(z.string().regex(/^[\w-]{3,30}$/u, "A handle is 3 to 30 letters, digits, - or _.")).describe("The collaborator's page."),
  shareBps: z.number("Give a share.").int("A share goes by hundredths of a per cent.").min(leastShare, "A hundredth of a per cent at least.").max(mostShare, "99 % at most: something stays with you.").describe("Their part of what your page earns, in hundredths of a per cent: 2500 is a quarter."),
  startsOn: z.iso.date("Give a day, like 2026-12-31.").nullable().default(null).describe("From this day on, UTC; null: as soon as they accept."),
});
export type SplitInput = z.infer<typeof splitInput>;

export const splitsQuery = pageQuery.extend({ side: z.enum(["given", "taken"]).default("given").describe("given: of your page. taken: those you are part of.") });
export type SplitsQuery = z.infer<typeof splitsQuery>;

const moment = z.iso.datetime();
export const splitOutput = z.object({
  id: id("split"),
  side: z.enum(["given", "taken"]),
  state: z.enum(["proposed", "starts later", "running", "declined", "taken back", "ended"]),
  other: z.object({ handle: z.string(), name: z.string() }).describe("The other one of the two."),
  shareBps: z.number().int(),
  proposedAt: moment,
  acceptedAt: moment.nullable(),
  startsAt: moment.nullable(),
  endedAt: moment.nullable(),
  sales: z.number().int().describe("How many payments it has shared."),
  brought: z.number().int().describe("What the collaborator has had of them, after fees and before refunds, in minor units."),
  currency: z.string(),
});
export type SplitView = z.infer<typeof splitOutput>;
