import { z } from "zod";
import { id } from "@/lib/platform/ids";

const deviceOutput = z.object({
  id: id("session"),
  device: z.string().describe("Browser and system, as the browser says it."),
  current: z.boolean(),
  signedInAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
});
export const deviceListOutput = z.object({ data: z.array(deviceOutput) });
