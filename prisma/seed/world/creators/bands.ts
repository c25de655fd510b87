import { audio, picture, text } from "../make";
import type { WorldCreator } from "../types";

export const okoro: WorldCreator = {
  handle: "okorolamplight",
  name: "Okoro Lamplight",
  line: "Highlife guitar through machines that were made for something else.",
  bio: "By day I repair hospital pumps. By night I play my uncle's guitar into whatever was thrown out that week. Power cuts are part of the arrangement.",
  city: "Lagos",
  genres: ["electronic", "highlife"],
  tags: ["modular", "guitar", "dance"],
  palette: "neon",
  hand: "flow",
  tiers: [
    { name: "Street", priceMinor: 400, benefits: ["Every track two weeks early", "Stems of one track a month"] },
    { name: "Workshop", priceMinor: 1000, benefits: ["All of Street", "All the stems", "Drawings of the circuits, free to build"] },
  ],
  posts: [
    audio(2, "Generator Season", "The low note is the neighbour's generator. I tuned the song to it, since it would not be tuned to me.", { tempo: 118, key: "F# minor", mood: "drive", seconds: 34 }, { pinned: true }),
    text(11, "Circuit no. 14", "A pump controller that makes a very good bass. Parts list, two ways to get it wrong, and what the smoke smelt like.", { for: { tier: "Workshop" } }),
    audio(29, "Auntie's Second Wedding", "Played at the wedding, recorded under a table. You can hear the plates.", { tempo: 112, key: "C major", mood: "bright", seconds: 32 }),
    picture(44, "The bench on Friday", "Everything on it works except the thing in the middle.", { for: "followers" }),
    audio(95, "Third Mainland, 4 a.m.", "Eleven kilometres of bridge and nobody on it.", { tempo: 104, key: "A dorian", mood: "night", seconds: 38 }, { for: { tier: "Street" } }),
    text(187, "On stems", "You ask if you may use them. Yes. Send me what you make; the best three go on the next record and are paid from it.", { for: { tier: "Street" } }),
    audio(333, "Lamplight", "The first one. One guitar, one lamp, one take.", { tempo: 96, key: "G major", mood: "warm", seconds: 30 }),
  ],
};

export const hearsay: WorldCreator = {
  handle: "northofhearsay",
  name: "North of Hearsay",
  line: "Three people, long songs, one very large lake.",
  bio: "Two guitars and drums. We rehearse in an ore dock office and the songs came out the shape of the building: long, cold, with a view.",
  city: "Duluth",
  genres: ["post-rock", "instrumental"],
  tags: ["loud", "lake", "tape"],
  palette: "rust",
  hand: "truchet",
  tiers: [
    { name: "Dock", priceMinor: 500, benefits: ["A live take each month", "Posters as files you can print"] },
    { name: "Engine room", priceMinor: 1500, benefits: ["All of Dock", "Every rehearsal, unedited", "Your name on the sleeve of the next record"] },
  ],
  posts: [
    audio(6, "Ore Boat in Fog", "She sounded her horn at 7:12 and we were, by luck, in the same key.", { tempo: 98, key: "E minor", mood: "drive", seconds: 40 }, { pinned: true }),
    picture(17, "Poster for a show nobody could reach", "It snowed 61 centimetres. Two people came, on skis. We played all of it."),
    audio(38, "Rehearsal, 2 November", "Ninety minutes cut to the half minute where it came together. The rest is there too, for the patient.", { tempo: 88, key: "B minor", mood: "night", seconds: 36 }, { for: { tier: "Engine room" } }),
    text(70, "Why there are no words", "We tried. The singer was very good, and the songs got smaller. She is our lighting engineer now, and the songs have never looked better.", { for: "followers" }),
    audio(141, "Hearsay", "The short one, for people with somewhere to be.", { tempo: 126, key: "A minor", mood: "drive", seconds: 28 }),
    text(260, "The accounts", "Seven shows: we lost $212. You: $1,904. So we are, for the first time, a band that can buy its own strings. Full list inside.", { for: { tier: "Dock" } }),
    audio(505, "Breakwall", "From the first tape, before we had a name.", { tempo: 92, key: "D dorian", mood: "still", seconds: 32 }),
  ],
};

export const sable: WorldCreator = {
  handle: "sablequarrington",
  name: "Sable Quarrington",
  line: "Trumpet, and whoever is walking past.",
  bio: "Street corners first, rooms second. I keep a book of every tune a stranger has asked for, and I learn one each week.",
  city: "New Orleans",
  genres: ["jazz", "brass"],
  tags: ["trumpet", "street", "requests"],
  palette: "ochre",
  hand: "arcs",
  tiers: [
    { name: "Second line", priceMinor: 300, benefits: ["The week's learnt tune", "Where I stand on Saturday"] },
    { name: "Bell side", priceMinor: 1000, benefits: ["All of Second line", "Ask for a tune; it goes in the book", "Practice tapes, warts left on"] },
  ],
  posts: [
    audio(4, "Request no. 212", "A woman with a bakery box wanted the tune her father hummed. She hummed it. This is what we agreed it was.", { tempo: 108, key: "Bb major", mood: "bright", seconds: 30 }, { pinned: true }),
    audio(18, "Slow Drag for a Wet Parade", "It rained and the drums swelled. So we slowed down to match them.", { tempo: 80, key: "F major", mood: "warm", seconds: 34 }, { for: { tier: "Second line" } }),
    text(36, "The book, page 40", "Nine requests this week. Four I knew, three nobody knows, one was the ice-cream van, and one was a proposal of marriage, which went well.", { for: "followers" }),
    picture(83, "Dents, a map", "Each has a date. The big one was a door."),
    audio(150, "Long Tones at Dawn", "Twenty minutes of one note at a time, cut to the good half minute.", { tempo: 62, key: "Eb major", mood: "still", seconds: 36 }, { for: { tier: "Bell side" } }),
    text(289, "How to tip a horn player", "In the case, not the bell. And if you have no cash, stay for the whole tune. That is the better tip.", {}),
  ],
};
