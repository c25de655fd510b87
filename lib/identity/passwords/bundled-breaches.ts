import { minimumLength } from "./rules";

/**
 * Long passwords that stand in every list of breached ones, or are made of such: famous phrases, keyboard walks, and the
 * shortest favourites repeated or joined until they are long enough. Simplified (lower case, no separators).
 */
const phrases = [
  "correcthorsebatterystaple", "qwertyuiopasdfghjklzxcvbnm", "qwertyuiopasdfgh", "qwertyuiopasdfghjkl", "1qaz2wsx3edc4rfv", "1qaz2wsx3edc4rfv5tgb", "zaq12wsxcde34rfv", "qazwsxedcrfvtgb", "qazwsxedcrfvtgbyhnujm",
  "1234567890123456", "123456789012345", "12345678901234567890", "0987654321098765", "abcdefghijklmnop", "abcdefghijklmno", "abcdefghijklmnopqrstuvwxyz", "abcd1234abcd1234", "abc123abc123abc123", "password12345678", "password123456789",
  "password1234567890", "passwordpassword", "passwordpassword1", "mypasswordispassword", "thisismypassword", "thisisapassword", "thisisasecret", "thisismysecretpassword", "letmeinletmein", "letmeinletmeinletmein", "iloveyouiloveyou", "iloveyousomuch",
  "iloveyouforever", "iloveyoumorethananything", "iloveyou1234567", "iloveyou12345678", "iloveyou3000times", "administrator123", "administrator1234", "adminadminadmin", "adminpassword123", "welcome123456789", "welcometothejungle", "changemechangeme", "changeme12345678",
  "qwerty123456789", "qwerty1234567890", "qwertyqwertyqwerty", "asdfghjklasdfghjkl", "asdfghjkl123456", "zxcvbnmzxcvbnm", "zxcvbnm123456789", "trustno1trustno1", "monkeymonkeymonkey", "dragondragondragon", "footballfootball", "baseballbaseball",
  "superman12345678", "batman1234567890", "starwarsstarwars", "maytheforcebewithyou", "tobeornottobethatisthequestion", "tobeornottobe", "thequickbrownfox", "thequickbrownfoxjumpsoverthelazydog", "supercalifragilisticexpialidocious", "onceuponatime",
  "toinfinityandbeyond", "houstonwehaveaproblem", "imyourfather", "theanswerisfortytwo", "maryhadalittlelamb", "twinkletwinklelittlestar", "happybirthdaytoyou", "jesuschristislord", "jesuslovesyou123", "godisgood1234567", "inthebeginning", "nevergonnagiveyouup",
  "letitbeletitbe", "wewillrockyou123", "bohemianrhapsody", "stairwaytoheaven", "smellsliketeenspirit", "dontstopbelieving", "sunshine12345678", "princess12345678", "michael123456789", "charlie123456789", "whatisthepassword", "idontknow1234567", "idontknowmypassword",
  "ihatepasswords", "ihatepasswords123", "nopasswordforyou", "opensesameopensesame", "p@ssw0rdp@ssw0rd", "p@ssw0rd12345678", "pa$$wordpa$$word", "passw0rdpassw0rd", "secretsecretsecret", "computercomputer", "internetinternet", "testtesttesttest", "testpassword1234", "test1234test1234",
  "aaaaaaaaaaaaaaaa", "111111111111111", "000000000000000", "liverpoolfootballclub", "youllneverwalkalone", "manchesterunited", "manchesterunited1", "realmadridcf12345", "chelseafootballclub",
];
const favourites = ["123456", "12345678", "123456789", "password", "qwerty", "abc123", "111111", "iloveyou", "letmein", "welcome", "monkey", "dragon", "football", "sunshine", "princess", "admin", "login", "master", "shadow", "superman", "starwars", "trustno1", "whatever", "passw0rd", "michael", "charlie", "secret", "freedom", "music", "guitar"];

function repetitions(): string[] {
  const made: string[] = [];
  for (const first of favourites) {
    for (const second of favourites) {
      for (const joined of [first + second, first + second + first, `${first + second}1`, `${first + second}123`, `${first + second}2025`, `${first + second}2026`]) if (joined.length >= minimumLength - 3) made.push(joined);
    }
  }
  return made;
}

export const bundledBreaches: ReadonlySet<string> = new Set([...phrases, ...repetitions()]);
