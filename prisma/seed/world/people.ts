import type { WorldAdmin, WorldFan } from "./types";

const email = (handle: string) => `${handle}@directfanz.test`;
const pays = (creator: string, tier: string, amountMinor: number, sinceDaysAgo: number) => ({ creator, tier, amountMinor, sinceDaysAgo });

const buys = (creator: string, title: string, daysAgo: number) => ({ creator, title, daysAgo });

/** Eight people who came with a link in their pocket. Some pay more than they must. */
export const fans: WorldFan[] = [
  { handle: "juniper", name: "Juniper 🌵", email: email("juniper"), follows: ["marisolvane", "inespardal", "idaholmvik", "sablequarrington"], pays: [pays("marisolvane", "Backstage", 1200, 340), pays("inespardal", "Landing", 500, 190)], buys: [buys("thequietloom", "The tram cloth, all eleven metres", 9), buys("marisolvane", "The kitchen songbook", 22)] },
  { handle: "tomwick", name: "Tom Wickersley", email: email("tomwick"), follows: ["fennanddaughters", "northofhearsay", "kestrelobuya"], pays: [pays("fennanddaughters", "In the band room", 900, 410), pays("kestrelobuya", "Conductor", 1000, 88)], buys: [buys("marisolvane", "The kitchen tapes", 17)] },
  { handle: "beatrizq", name: "Beatriz Quintarelho", email: email("beatrizq"), follows: ["marisolvane", "inespardal", "laylaandthetide", "thequietloom"], pays: [pays("marisolvane", "Front row", 500, 301), pays("laylaandthetide", "جَزْر · Ebb", 600, 120)], buys: [buys("marisolvane", "The kitchen, whole", 31), buys("thequietloom", "Draft no. 33, for four shafts", 47)] },
  { handle: "oduyam", name: "Oduya M.", email: email("oduyam"), follows: ["okorolamplight", "kestrelobuya", "northofhearsay"], pays: [pays("okorolamplight", "Workshop", 1500, 255), pays("kestrelobuya", "Passenger", 300, 240)] },
  { handle: "hennalind", name: "Henna Lindqvara", email: email("hennalind"), follows: ["idaholmvik", "thequietloom", "lumefinchley"], pays: [pays("idaholmvik", "Stove", 1200, 330), pays("thequietloom", "Warp", 2000, 60)] },
  { handle: "priyasoll", name: "Priya Sollanki-Roe", email: email("priyasoll"), follows: ["lumefinchley", "paperharbour", "marisolvane", "sablequarrington"], pays: [pays("lumefinchley", "Lamp room", 1000, 210), pays("paperharbour", "Seat", 500, 155), pays("marisolvane", "Backstage", 800, 45)], buys: [buys("marisolvane", "The kitchen songbook", 6)] },
  { handle: "dagstone", name: "Dag Stonebury", email: email("dagstone"), follows: ["northofhearsay", "okorolamplight", "fennanddaughters", "paperharbour"], pays: [pays("northofhearsay", "Engine room", 1500, 500), { ...pays("fennanddaughters", "In the band room", 900, 45), code: "WICKEN13" }] },
  // Follows and has not paid yet: the empty library must look right too.
  { handle: "wrenmoor", name: "Wren Moorcastle", email: email("wrenmoor"), follows: ["marisolvane", "laylaandthetide"], pays: [] },
];

export const admin: WorldAdmin = { handle: "desk", name: "Ottoline Deskworth", email: email("desk") };
