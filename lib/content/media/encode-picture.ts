import sharp from "sharp";
import { MediaRefused } from "./errors";
import type { Encoded } from "./encoded";
import { blurWidth, mostPixels, pictureWidths } from "./rules";

// No SVG, PDF or other loaders: only the formats we take are ever parsed.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif", "VipsForeignLoadHeif"] });

/** A picture in our widths as WebP, upright, without metadata; its blur; and its dominant colour. @throws MediaRefused */
export async function encodePicture(source: string): Promise<Encoded> {
  try {
    const upright = await sharp(source, { limitInputPixels: mostPixels, failOn: "error" }).autoOrient().toColourspace("srgb").png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true });
    const { width, height } = upright.info;
    const widths = [...pictureWidths.filter((one) => one < width), Math.min(width, pictureWidths.at(-1) ?? width)];
    const files: Encoded["files"] = [];
    for (const name of pictureWidths) {
      const target = widths.find((one) => one >= name) ?? widths.at(-1) ?? width;
      if (files.some((file) => file.width === target)) continue;
      const made = await sharp(upright.data).resize({ width: target, withoutEnlargement: true }).webp({ quality: 80, effort: 3 }).toBuffer({ resolveWithObject: true });
      files.push({ name: `w${name}`, body: made.data, contentType: "image/webp", width: made.info.width, height: made.info.height });
    }
    const blur = await sharp(upright.data).resize({ width: blurWidth }).blur(2).webp({ quality: 40 }).toBuffer();
    const { dominant } = await sharp(upright.data).resize({ width: 64, height: 64, fit: "cover" }).removeAlpha().stats();
    return { files: [...files, { name: "blur", body: blur, contentType: "image/webp" }], facts: { width, height, dominantColour: hex(dominant) } };
  } catch (cause) {
    throw new MediaRefused("We cannot read this picture. Save it again as JPEG or PNG and retry.", cause instanceof Error ? cause.message : "unreadable");
  }
}

const hex = ({ r, g, b }: { r: number; g: number; b: number }): string => `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
