import { createRequire } from "node:module";
import path from "node:path";

/** Latin, Greek and Cyrillic in one font: people's names are printed as they are written. */
const folder = (): string => path.dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json"));
export const textFontPath = (): string => path.join(folder(), "ttf", "DejaVuSans.ttf");
export const titleFontPath = (): string => path.join(folder(), "ttf", "DejaVuSans-Bold.ttf");
