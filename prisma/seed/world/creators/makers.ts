import { audio, picture, text } from "../make";
import type { WorldCreator } from "../types";

export const loom: WorldCreator = {
  handle: "thequietloom",
  name: "The Quiet Loom",
  line: "One cloth a month, from a house where the loudest thing is the shuttle.",
  bio: "I weave on a floor loom older than the railway. Each cloth starts as a sound I recorded: the threading follows its rhythm. I show the whole way.",
  city: "Łódź",
  genres: ["weaving", "field recording"],
  tags: ["textile", "slow", "drafts"],
  palette: "orchid",
  hand: "weave",
  tiers: [
    { name: "Weft", priceMinor: 400, benefits: ["The draft of each cloth, free to weave", "The sound it came from"] },
    { name: "Warp", priceMinor: 2000, benefits: ["All of Weft", "A hand's breadth of every cloth, by post", "First choice when one is for sale"] },
  ],
  posts: [
    picture(5, "November: tram 15", "Herringbone that turns where the tram turns. Eleven metres, four of them right.", { pinned: true }),
    audio(13, "Tram 15, from the back platform", "The rhythm the November cloth was threaded from, with a little harmony to hold it up.", { tempo: 100, key: "C minor", mood: "warm", seconds: 30 }, { for: { tier: "Weft" } }),
    text(27, "The mistake in row 212", "You will find it. I found it four metres later. It stays, because the cloth does not know that it is wrong.", { for: "followers" }),
    picture(58, "October: rain on the coal shed", "Grey, grey, and a yellow that nobody ordered."),
    picture(33, "The tram cloth, all eleven metres", "Every metre of it, photographed flat in north light, with the seven that are wrong marked. Print it as long as you like.", { for: { priceMinor: 600, includedFrom: "Warp" } }),
    text(64, "Draft no. 33, for four shafts", "Threading, tie-up and treadling for the herringbone that turns, made to fit a loom with four shafts. Eleven pages. The last one says what to do when the turn comes out on the wrong side, which it will.", { for: { priceMinor: 400 } }),
    text(122, "Draft no. 31, with notes", "Eight shafts, ten treadles. If you have only four, read the second page; it loses the diamonds and keeps the rain.", { for: { tier: "Weft" } }),
    picture(209, "Dyeing day", "Onion skins, walnut, and one pot I will not explain until it is dry.", { for: { tier: "Warp" } }),
    text(430, "How long it takes", "Threading: three days. Weaving: nine. Looking at it: about a month. You are paying for the looking."),
  ],
};

export const lume: WorldCreator = {
  handle: "lumefinchley",
  name: "Lume Finchley",
  line: "A comic about a lighthouse that has opinions. A page every Thursday.",
  bio: "Ink, a bad brush, and eighty pages so far. The lighthouse is called Maud. The keeper never speaks, which is a mercy to my lettering.",
  city: "Bristol",
  genres: ["comics", "illustration"],
  tags: ["ink", "lighthouse", "thursdays"],
  palette: "slate",
  hand: "flow",
  tiers: [
    { name: "Keeper", priceMinor: 300, benefits: ["The page on Tuesday, not Thursday", "Pencils beside the inks"] },
    { name: "Lamp room", priceMinor: 1000, benefits: ["All of Keeper", "A small original drawing each year, by post", "Scripts, with the jokes that were taken out"] },
  ],
  posts: [
    picture(4, "Page 81: Maud sees a boat", "She has seen boats before. Not like this one.", { pinned: true }),
    picture(2, "Page 82, two days early", "The boat sees Maud.", { for: { tier: "Keeper" } }),
    text(19, "Why the keeper does not talk", "I gave him a speech on page 12 and everyone skipped it, myself included. So he listens. It turned out to be the story.", { for: "followers" }),
    picture(39, "Every sky so far", "Eighty-one pages, eighty-one skies. I count nine that I would do again."),
    text(77, "Jokes that were taken out, vol. 3", "Fourteen of them. The one about the gull was taken out by the gull.", { for: { tier: "Lamp room" } }),
    picture(165, "Maud, before she was Maud", "From the first sketchbook. She was a windmill."),
    text(380, "The rule", "A page every Thursday. If there is none, something has happened, and I will tell you what."),
  ],
};

export const harbour: WorldCreator = {
  handle: "paperharbour",
  name: "Paper Harbour",
  line: "Radio plays for one room and two voices. New ones when the kettle allows.",
  bio: "We were a theatre with nineteen seats until the roof came in. Now the seats are yours. Written on Mondays, recorded on Fridays, all sounds made by hand.",
  city: "Halifax",
  genres: ["radio drama", "spoken word"],
  tags: ["plays", "foley", "two voices"],
  palette: "moss",
  hand: "halftone",
  tiers: [
    { name: "Seat", priceMinor: 500, benefits: ["Every play on the first night", "The script, with our pencil on it"] },
    { name: "Box", priceMinor: 1500, benefits: ["All of Seat", "How each sound was made", "Your name read in the credits, by the actor of your choice"] },
  ],
  posts: [
    audio(9, "Overture to 'The Tax Inspector's Canary'", "Music for the first scene, in which nobody has paid for the bird.", { tempo: 104, key: "Eb major", mood: "bright", seconds: 30 }, { pinned: true }),
    text(16, "Scene four, as it was on Monday", "INSPECTOR: I count eleven chairs. WIDOW: You are standing on the twelfth. We cut this on Friday and we are already sorry.", { for: { tier: "Seat" } }),
    picture(34, "The rain machine", "Dried peas, a drum, a wire. It has rained every week since March."),
    audio(72, "The Lodger Downstairs (closing theme)", "For walking out of the theatre to. Imagine the coats.", { tempo: 74, key: "G minor", mood: "night", seconds: 34 }),
    text(110, "How to make a fire", "Cellophane, slowly. A twig, quickly. And hold your breath, because the microphone hears you being proud of it.", { for: { tier: "Box" } }),
    text(232, "About the roof", "It is still in the stalls. The insurers have sent a poem, or something laid out like one.", { for: "followers" }),
    audio(498, "Nineteen Seats", "The first thing we ever put out: a waltz for an empty house.", { tempo: 86, key: "F major", mood: "warm", seconds: 32 }),
  ],
};
