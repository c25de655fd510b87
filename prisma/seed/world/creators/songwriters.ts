import { audio, picture, text } from "../make";
import type { WorldCreator } from "../types";

const backstage = { for: { tier: "Backstage" } } as const;

export const marisol: WorldCreator = {
  handle: "marisolvane",
  name: "Marisol Vane",
  line: "Songs for the last bus home. Two new ones a month, and the demos they came from.",
  bio: "I drove the 28 night bus for six years and wrote between stops. Now I only write. Everything is recorded in a kitchen with the fridge switched off.",
  city: "Lisbon",
  genres: ["folk", "singer-songwriter"],
  tags: ["four-track", "guitar", "night"],
  palette: "tide",
  hand: "paper",
  tiers: [
    { name: "Front row", priceMinor: 500, benefits: ["Every song a week early", "Lyrics and chords", "A say in the running order"] },
    { name: "Backstage", priceMinor: 800, benefits: ["All of Front row", "Demos, false starts and side B", "A letter each month about what went wrong"] },
  ],
  posts: [
    audio(3, "Night Ferry (rough mix 4)", "The drums are still a shoebox. Tell me if you hear the second voice.", { tempo: 84, key: "D minor", mood: "warm", seconds: 38 }, { pinned: true }),
    audio(1, "Side B, from the top", "We lost the tape and found it again under the amplifier. The whole of side B is here, with the false starts and the moment somebody's phone rings and nobody stops.", { tempo: 76, key: "A minor", mood: "night", seconds: 40 }, backstage),
    picture(12, "The ferry, from the ferry", "Taken with the lens cap half on, which is the only reason the light is right."),
    text(26, "Two endings", "Track five has two last verses. In one she gets off at the depot; in the other she stays on and the driver says nothing. I have sung both to the cat. Write to me which one you would believe.", { for: "followers" }),
    audio(48, "The kitchen tapes", "Eleven demos from the first winter, end to end, as they came off the machine. There is a kettle on nine of them. I have taken nothing out.", { tempo: 88, key: "A minor", mood: "warm", seconds: 40 }, { for: { priceMinor: 700, includedFrom: "Backstage" } }),
    text(52, "The kitchen songbook", "Words and chords of all eleven, with the verses that were crossed out and who crossed them out. Nineteen pages, to be printed small and kept by the stove. Capo where it says capo.", { for: { priceMinor: 500 } }),
    audio(61, "Salt on the Meter", "Written in a taxi I could not afford. The clicking is the meter, kept in time by a very patient driver.", { tempo: 92, key: "G major", mood: "warm", seconds: 34 }),
    text(118, "What the money was for", "In June you paid for a microphone with a dent, eleven hours of a drummer, and a new belt for the tape machine. The dent is audible. I like it.", backstage),
    audio(203, "Every Window but Mine", "A song about a street where everyone is awake for a different reason.", { tempo: 70, key: "C dorian", mood: "still", seconds: 36 }, { for: { tier: "Front row" } }),
    text(391, "Hello from the kitchen", "This is where the songs will be. There is no plan beyond two a month and telling you the truth about them."),
  ],
  bundles: [{ title: "The kitchen, whole", words: "The tapes and the songbook: everything that is left of the first winter, for less than both.", priceMinor: 900, posts: ["The kitchen tapes", "The kitchen songbook"] }],
};

export const fenn: WorldCreator = {
  handle: "fennanddaughters",
  name: "Fenn & Daughters",
  line: "A father, three daughters, four opinions about every tune.",
  bio: "We play the dances of the flat country: fiddle, melodeon, double bass and an argument. The youngest writes the new ones and denies it.",
  city: "Ely",
  genres: ["folk", "traditional"],
  tags: ["fiddle", "family", "dance"],
  palette: "bone",
  hand: "arcs",
  tiers: [
    { name: "At the table", priceMinor: 300, yearMinor: 3000, benefits: ["A tune each Sunday", "The dots, in two keys"] },
    { name: "In the band room", priceMinor: 900, yearMinor: 9000, benefits: ["A tune each Sunday, and the dots", "Whole rehearsals, arguments included", "Slow versions for learning"] },
    { name: "Driving the van", priceMinor: 2500, benefits: ["Everything", "A tune named after whoever you like, once a year"] },
  ],
  posts: [
    audio(5, "The Drowned Mile", "An old one, got from a man who mends pumps. Hester takes the second turn a third higher than anyone asked.", { tempo: 116, key: "G major", mood: "bright", seconds: 32 }, { pinned: true }),
    text(9, "The argument about the B part", "Forty minutes on whether bar six is a C or a C sharp. It is both. We have recorded it both ways and you may settle it at your own table.", { for: { tier: "In the band room" } }),
    picture(33, "New bellows", "Nineteen folds, goatskin and card. The old ones are on the wall, looking tired."),
    audio(54, "Ploughboy's Overdraft", "Written by the youngest. She says it is traditional.", { tempo: 124, key: "D major", mood: "drive", seconds: 30 }, { for: { tier: "At the table" } }),
    text(130, "Where we play this winter", "Littleport on the 6th, Wicken on the 13th, and then the long drive to a barn whose address we are asked not to print. Followers get it by letter.", { for: "followers" }),
    audio(244, "Lanterns on the Lode", "For walking home. Slow, and slower at the end.", { tempo: 72, key: "E minor", mood: "still", seconds: 38 }),
    text(466, "Why we are here", "A record shop in the next town closed and took our only shelf with it. So this is the shelf."),
  ],
  codes: [{ code: "WICKEN13", percentOff: 50, months: 2, sinceDaysAgo: 60 }],
  splits: [{ with: "northofhearsay", shareBps: 1_000, sinceDaysAgo: 120 }],
};

export const ida: WorldCreator = {
  handle: "idaholmvik",
  name: "Ida Holmvik",
  line: "Piano for the two months without sun, and some for after.",
  bio: "An upright piano, one window to the fjord, microphones close enough to hear the felt. I record when it snows because the road goes quiet.",
  city: "Tromsø",
  genres: ["piano", "ambient"],
  tags: ["upright", "winter", "slow"],
  palette: "dusk",
  hand: "strata",
  tiers: [
    { name: "Lamp", priceMinor: 400, benefits: ["A piece each new moon", "Recordings without my breathing edited out"] },
    { name: "Stove", priceMinor: 1200, benefits: ["Everything in Lamp", "Scores by my own hand", "An hour of the room with nobody playing"] },
  ],
  posts: [
    audio(8, "Blue Hour, Second Week", "The sun did not come up today for the first time. This was the answer.", { tempo: 60, key: "F major", mood: "still", seconds: 40 }, { pinned: true }),
    text(20, "The felt", "I moved the hammers back by the thickness of a postcard. Everything is now said under its breath.", { for: { tier: "Lamp" } }),
    audio(47, "For the Plough Driver", "He passes at four. I play the low part until he is round the bend.", { tempo: 66, key: "D minor", mood: "night", seconds: 36 }),
    picture(75, "The window, at noon", "This is noon.", { for: "followers" }),
    audio(160, "Ice, Talking", "Lake ice sings when it thickens. I only added the left hand.", { tempo: 58, key: "A minor", mood: "still", seconds: 40 }, { for: { tier: "Stove" } }),
    text(300, "In summer I do not record", "There is too much light and everyone is outside with an engine. Until September, then."),
    audio(372, "First Lamp", "Lit at half past two.", { tempo: 64, key: "C major", mood: "warm", seconds: 34 }),
  ],
};
