import "server-only";
import type { Sharp, SharpOptions } from "sharp";
import type { PictureMistakeCode } from "@/lib/own-facts/mistakes";
import { pictureLimits } from "@/lib/own-facts/own-limits";
import { pictureKindOf } from "@/lib/own-facts/picture-kind";
import { AppError } from "@/lib/shared/app-error";
import { err, ok, type Result } from "@/lib/shared/result";

/** As WebP, without anything but its pixels. */
export type PictureFile = { bytes: Uint8Array<ArrayBuffer>; width: number; height: number };

const { sentBytes, sentPixels, keptBytes, keptSide } = pictureLimits;

/** Faults that every viewer passes over are none; what is cut off is. */
const reading: SharpOptions = { failOn: "error", limitInputPixels: sentPixels };

/** Tried one after the other until the file is small enough: noise takes most. */
const attempts = [[keptSide, 82], [keptSide, 65], [keptSide, 45], [768, 45], [512, 40], [256, 40]] as const;

async function encode(pixels: Sharp): Promise<PictureFile> {
  for (const [side, quality] of attempts) {
    const { data, info } = await pixels.clone().resize({ width: side, height: side, fit: "inside", withoutEnlargement: true }).webp({ quality }).toBuffer({ resolveWithObject: true });
    if (data.length <= keptBytes) return { bytes: new Uint8Array(data), width: info.width, height: info.height };
  }
  throw new Error("A picture of 256 × 256 pixels takes more than 300 kB.");
}

async function decode(bytes: Uint8Array): Promise<Result<PictureFile, PictureMistakeCode>> {
  const kind = pictureKindOf(bytes);
  if (!kind) return err("no-picture");
  if (kind === "moving-png") return err("animated");
  // Native code, loaded by the first who needs it, so that a server starts without it.
  const { default: sharp } = await import("sharp");
  // The header alone is read for it, whatever size it claims.
  const told = await sharp(bytes, { ...reading, limitInputPixels: false }).metadata().catch(() => null);
  if (!told || told.format !== kind) return err("broken");
  if ((told.pages ?? 1) > 1) return err("animated");
  if (told.width * told.height > sentPixels) return err("too-many-pixels");
  try {
    // Upright, as the camera was held. Paper-white behind what is transparent: line drawings are black, and the page may be dark.
    const upright = sharp(bytes, reading).autoOrient().resize({ width: keptSide, height: keptSide, fit: "inside", withoutEnlargement: true });
    const { data, info } = await upright.flatten({ background: "#fff" }).toColourspace("srgb").raw().timeout({ seconds: 20 }).toBuffer({ resolveWithObject: true });
    return ok(await encode(sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })));
  } catch {
    return err("broken");
  }
}

/** A picture of 40 million pixels takes 160 MB while it is read, so one is read at a time. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
const mostWaiting = 30;

/** A picture as it is kept, at most 1024 × 1024 pixels and 300 kB, from what somebody sent. Nothing of the file itself is kept. Throws BUSY where too many wait. */
export async function readPicture(bytes: Uint8Array): Promise<Result<PictureFile, PictureMistakeCode>> {
  if (bytes.length > sentBytes) return err("too-large");
  if (waiting >= mostWaiting) throw new AppError("BUSY", "Many pictures are being read at this moment. Please try again shortly.");
  waiting++;
  const turn = last.then(() => decode(bytes)).finally(() => waiting--);
  last = turn.catch(() => undefined);
  return turn;
}
