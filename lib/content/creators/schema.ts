import { z } from "zod";
import { displayName } from "@/lib/identity/users";
import { id } from "@/lib/platform/ids";
import { oneLine } from "@/lib/platform/text";

/** Addresses of our own pages and words that would deceive, which nobody may take as a handle. */
const reserved = new Set("admin administrator api app about account billing blog campaign campaigns c creator creators contact directfanz discover explore feed help home jobs legal library live login logout mail media messages moderator money new notifications official p payments post posts press privacy root search security settings sign-in sign-up signin signup static status studio support system team terms test transparency user users verify www".split(" "));

export const handle = z
  .string("Choose an address for your page.")
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9]|[-_](?=[a-z0-9])){2,29}$/u, "Use 3 to 30 letters, digits, - or _, beginning and ending with a letter or digit.")
  .refine((text) => !reserved.has(text), "This address is taken.");

const word = oneLine({ most: 30, empty: "Leave out what is empty.", tooLong: "Use at most 30 characters for each." }).transform((text) => text.toLowerCase());
const words = (most: number) => z.array(word).max(most, `Use at most ${most}.`).transform((list) => [...new Set(list)]);
/** "https://our-name@elsewhere" leads elsewhere; nobody reads it so. */
const namesNobody = (text: string): boolean => !URL.canParse(text) || (!new URL(text).username && !new URL(text).password && !/^https:\/\/[^/?#]*@/u.test(text));
const webAddress = z.url("Give a full address, with https://").max(300).refine((text) => text.startsWith("https://"), "Only https:// addresses.").refine(namesNobody, "Leave out the name and the password before the @.");

export const openCreatorPageInput = z.object({ handle, name: displayName, tagline: oneLine({ most: 120 }).default("") });
export type OpenCreatorPageInput = z.infer<typeof openCreatorPageInput>;

export const updateCreatorInput = z.object({
  name: displayName.optional(),
  tagline: oneLine({ most: 120 }).optional(),
  bio: z.string().transform((text) => text.normalize("NFC").trim()).pipe(z.string().max(4_000, "Use at most 4,000 characters.")).optional(),
  city: oneLine({ most: 60 }).optional(),
  genres: words(5).optional(),
  tags: words(10).optional(),
  links: z.array(z.object({ label: oneLine({ most: 40, empty: "Give it a name." }), url: webAddress })).max(8, "Use at most 8 links.").optional(),
  artMediaId: id("media").nullable().optional(),
  rating: z.enum(["general", "adult"]).optional(),
});
export type UpdateCreatorInput = z.infer<typeof updateCreatorInput>;

export const creatorOutput = z.object({
  id: id("creator"),
  handle: z.string(),
  name: z.string(),
  tagline: z.string(),
  bio: z.string(),
  city: z.string(),
  genres: z.array(z.string()),
  tags: z.array(z.string()),
  links: z.array(z.object({ label: z.string(), url: z.string() })),
  artMediaId: id("media").nullable(),
  accent: z.string().nullable().describe("The art's dominant colour, #rrggbb; pages clamp it so that text stays readable. Null without art."),
  memberCount: z.number().int(),
  postCount: z.number().int(),
});
export type Creator = z.infer<typeof creatorOutput>;

export const creatorCardOutput = creatorOutput.pick({ id: true, handle: true, name: true, tagline: true, city: true, genres: true, artMediaId: true, accent: true, memberCount: true });
export type CreatorCard = z.infer<typeof creatorCardOutput>;
