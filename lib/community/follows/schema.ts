import { z } from "zod";

export const followOutput = z.object({ following: z.boolean() });
