import path from "node:path";

/**
 * Latin, Greek and Cyrillic in one font: names are printed as they are written. Found from the project's folder, as a bundler makes
 * something else of require.resolve(). next.config.ts takes the files along to Vercel.
 */
const folder = path.resolve("node_modules", "dejavu-fonts-ttf", "ttf");
export const textFontPath = (): string => path.join(folder, "DejaVuSans.ttf");
export const titleFontPath = (): string => path.join(folder, "DejaVuSans-Bold.ttf");
