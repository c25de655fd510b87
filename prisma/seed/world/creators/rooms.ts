import { audio, picture, text } from "../make";
import type { WorldCreator } from "../types";

export const ines: WorldCreator = {
  handle: "inespardal",
  name: "Inês Pardal",
  line: "I record other people until they sound like themselves. And a little of my own.",
  bio: "A four-track, a stairwell for an echo, and two good microphones. Half of what I post is how it was done; the other half is what it was for.",
  city: "Porto",
  genres: ["dream pop", "production"],
  tags: ["tape", "how it was made", "stairwell"],
  palette: "plum",
  hand: "halftone",
  tiers: [
    { name: "Landing", priceMinor: 500, benefits: ["One song taken apart each month", "Echoes of the stairwell to use as you like"] },
    { name: "Tape room", priceMinor: 1200, benefits: ["All of Landing", "The sessions themselves", "I listen to one song of yours a quarter and write back"] },
  ],
  posts: [
    audio(7, "Stairwell, Fourth Floor", "My own, for once. The echo is the building; the cough is Senhor Abílio, who gave his leave.", { tempo: 90, key: "E major", mood: "night", seconds: 38 }, { pinned: true }),
    text(15, "How the shoebox became a drum", "One shoebox, size 44. One wool sock. A microphone that is meant for a telephone. In that order, and do not skip the sock.", { for: { tier: "Landing" } }),
    picture(31, "The machine, open", "If you know what the blue part is, please write. It has been warm since Tuesday."),
    audio(66, "Paper Lungs", "Made of breath and one organ note held down with a stapler.", { tempo: 78, key: "B minor", mood: "still", seconds: 36 }, { for: { tier: "Landing" } }),
    audio(133, "Session: the Lost Tape", "Everything that was on track four, alone.", { tempo: 84, key: "D minor", mood: "warm", seconds: 34 }, { for: { tier: "Tape room" } }),
    text(221, "What I charge, and why it is written here", "A day is the same for everyone. If you cannot pay it, the people in Tape room have paid for four days a year. Ask. Two are left.", { for: "followers" }),
    audio(410, "Hello, Hiss", "Forty seconds of tape with nothing on it, and then a little something.", { tempo: 72, key: "A major", mood: "warm", seconds: 30 }),
  ],
};

export const layla: WorldCreator = {
  handle: "laylaandthetide",
  name: "ليلى والمدّ",
  line: "Oud, tide tables and a drum machine. عود ومدّ وجزر",
  bio: "Two sisters from a harbour town. One reads the tide tables aloud, the other plays what they suggest. We sing in Arabic; the notes are in both languages.",
  city: "Aqaba",
  genres: ["electronic", "oud"],
  tags: ["sea", "sisters", "night"],
  palette: "cobalt",
  hand: "moons",
  tiers: [
    { name: "جَزْر · Ebb", priceMinor: 400, benefits: ["A song at each full moon", "Words in Arabic and English"] },
    { name: "مَدّ · Flood", priceMinor: 900, benefits: ["Everything in Ebb", "Oud parts written out", "Recordings from the pier"] },
  ],
  posts: [
    audio(10, "قمرٌ ناقص", "A moon with a piece missing. Recorded on the pier between two ferries.", { tempo: 94, key: "D minor", mood: "night", seconds: 38 }, { pinned: true }),
    text(22, "جدول المدّ", "الساعة الثالثة وعشر دقائق: ماءٌ عالٍ. كتبنا اللحن على ظهر الجدول لأن الورق كان هناك.\n\n3:10, high water. We wrote the tune on the back of the table because that was the paper there was.", { for: "followers" }),
    audio(50, "Slack Water", "The quarter of an hour when the sea does nothing. The drum machine also does nothing, twice.", { tempo: 82, key: "A minor", mood: "still", seconds: 34 }, { for: { tier: "جَزْر · Ebb" } }),
    picture(88, "The pier, from below", "Barnacles keep very good time."),
    audio(171, "Harbour Lights, Counted", "There are forty-one. Each one is a note.", { tempo: 110, key: "G dorian", mood: "drive", seconds: 32 }, { for: { tier: "مَدّ · Flood" } }),
    text(240, "Which of us is Layla", "Neither. It was the name on the boat.", {}),
    audio(352, "First Table", "The first page we ever read aloud.", { tempo: 88, key: "E minor", mood: "warm", seconds: 30 }),
  ],
};

export const kestrel: WorldCreator = {
  handle: "kestrelobuya",
  name: "Kestrel Obuya",
  line: "Benga bass lines, one a day, most of them before breakfast.",
  bio: "My mother drove a matatu with the best sound system on route 46. I have been trying to make that bass with my hands ever since.",
  city: "Nairobi",
  genres: ["benga", "funk"],
  tags: ["bass", "lessons", "morning"],
  palette: "mint",
  hand: "strata",
  tiers: [
    { name: "Passenger", priceMinor: 300, benefits: ["The line of the day, slow and fast"] },
    { name: "Conductor", priceMinor: 800, benefits: ["All of Passenger", "Tabs and fingerings", "Backing tracks without the bass"] },
  ],
  posts: [
    audio(1, "Line 412", "Four bars, two strings, one trick in the third bar. Play it with your thumb first.", { tempo: 120, key: "A major", mood: "bright", seconds: 26 }, { pinned: true }),
    audio(2, "Line 411", "Yesterday's. Harder than it sounds, which is the right way round.", { tempo: 114, key: "D major", mood: "drive", seconds: 26 }, { for: { tier: "Passenger" } }),
    text(14, "Thumb, then finger", "People ask why my low notes are round. Thumb on one and three, finger on the rest, and cut your nails. That is the whole secret, and now it is not one.", { for: "followers" }),
    audio(40, "Route 46", "For my mother. The horn is hers; I asked.", { tempo: 126, key: "G major", mood: "drive", seconds: 34 }),
    audio(101, "Backing Track: Slow Rain", "Everything but the bass. Your turn.", { tempo: 90, key: "C major", mood: "warm", seconds: 36 }, { for: { tier: "Conductor" } }),
    picture(146, "Strings, one year of them", "Each lasted nine days. This is not an advertisement for the strings."),
    text(318, "Line 1 was bad", "I have left it up. You should hear where a person begins."),
  ],
};
