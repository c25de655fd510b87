const browsers: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//u, "Edge"],
  [/OPR\/|Opera/u, "Opera"],
  [/SamsungBrowser\//u, "Samsung Internet"],
  [/Firefox\/|FxiOS\//u, "Firefox"],
  [/Chrome\/|CriOS\//u, "Chrome"],
  [/Safari\//u, "Safari"],
];
const systems: [RegExp, string][] = [
  [/iPhone/u, "an iPhone"],
  [/iPad/u, "an iPad"],
  [/Android/u, "Android"],
  [/Mac OS X|Macintosh/u, "a Mac"],
  [/Windows/u, "Windows"],
  [/CrOS/u, "ChromeOS"],
  [/Linux/u, "Linux"],
];

/** "Firefox on Windows", as well as the browser lets us know. */
export function deviceName(userAgent: string): string {
  const find = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = find(browsers);
  const system = find(systems);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? (userAgent.split(/[/\s]/u)[0]?.slice(0, 40) || "A device that says nothing of itself");
}
