/**
 * Takes the README's pictures from a running app that holds the seeded world:
 *   npm run pictures -- http://localhost:3000
 * Writes docs/pictures/*.png. Errors name the page that did not open.
 */
import path from "node:path";
import { chromium, type BrowserContextOptions } from "@playwright/test";
import sharp from "sharp";
import { findBrowser, howToGetOne } from "@/e2e/support/browser";

interface Picture {
  file: string;
  page: string;
  /** Pixels the file is wide: half of what the screen draws. */
  width: number;
  options: BrowserContextOptions;
}

const desk = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, colorScheme: "light" } as const;
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, colorScheme: "dark" } as const;
const pictures: Picture[] = [
  { file: "home.png", page: "/", width: 1280, options: desk },
  { file: "creator-phone.png", page: "/c/marisolvane", width: 585, options: phone },
];

const [base] = process.argv.slice(2);
const found = findBrowser();
if (!base) throw new Error("Say where the app is: npm run pictures -- http://localhost:3000");
if (!found) throw new Error(howToGetOne);

const browser = await chromium.launch(found.executablePath ? { executablePath: found.executablePath, chromiumSandbox: false } : {});
try {
  for (const { file, page: address, width, options } of pictures) {
    const page = await browser.newPage({ ...options, reducedMotion: "reduce" });
    const answer = await page.goto(new URL(address, base).href, { waitUntil: "networkidle" });
    if (!answer?.ok()) throw new Error(`${address} answered ${answer?.status() ?? "nothing"}`);
    const to = path.resolve(import.meta.dirname, "../docs/pictures", file);
    await sharp(await page.screenshot()).resize(width).png({ palette: true, quality: 90, effort: 8 }).toFile(to);
    process.stdout.write(`${address} → docs/pictures/${file}\n`);
    await page.close();
  }
} finally {
  await browser.close();
}
