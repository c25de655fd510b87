import { z } from "zod";

const words = z.string().trim().min(1).max(80);
/** What the forms ask of the filer. `tcc`: the IRS's transmitter control code for IRIS. `dac7`: only when we report in the EU. */
const filer = z.object({
  name: words,
  ein: z.string().regex(/^\d{9}$/u),
  line1: words,
  city: words,
  state: z.string().regex(/^[A-Z]{2}$/u),
  zip: z.string().regex(/^\d{5}(\d{4})?$/u),
  phone: z.string().regex(/^\d{10}$/u),
  contact: words,
  email: z.email(),
  tcc: z.string().regex(/^[A-Z0-9]{5}$/u),
  /** Our account with each state that takes 1099s directly, by its letters. */
  stateIds: z.record(z.string().regex(/^[A-Z]{2}$/u), z.string().max(20)).default({}),
  dac7: z.object({ memberState: z.string().regex(/^[A-Z]{2}$/u), platformId: words }).optional(),
});
export type TaxFiler = z.infer<typeof filer>;

/** Reads the setting; anything else than such JSON makes it malformed. */
export function readTaxFiler(text: string, ctx: z.RefinementCtx): TaxFiler {
  const parsed = filer.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  ctx.addIssue({ code: "custom", message: "not a tax filer" });
  return z.NEVER;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
