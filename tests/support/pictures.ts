import { randomBytes } from "node:crypto";
import sharp from "sharp";

type Size = { width: number; height: number };

const plain = ({ width, height }: Size, background = "#c3361f") => sharp({ create: { width, height, channels: 3, background } });

export const pngOf = async (size: Size): Promise<Buffer> => plain(size).png().toBuffer();
export const webpOf = async (size: Size): Promise<Buffer> => plain(size).webp().toBuffer();

/** As a phone takes it: held sideways, with the place in its metadata. */
export const phoneJpeg = async (size: Size): Promise<Buffer> =>
  plain(size).jpeg().withExif({ IFD0: { Copyright: "A secret name" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "39/1 54/1 0/1" } }).withMetadata({ orientation: 6 }).toBuffer();

/** Nothing can be saved of it. */
export const noisePng = async ({ width, height }: Size): Promise<Buffer> =>
  sharp(randomBytes(3 * width * height), { raw: { width, height, channels: 3 } }).png({ compressionLevel: 0 }).toBuffer();

/** Two pictures, one after the other. */
export const movingWebp = async (): Promise<Buffer> => sharp(await Promise.all(["#000", "#fff"].map((colour) => plain({ width: 8, height: 8 }, colour).png().toBuffer())), { join: { animated: true } }).webp({ effort: 0 }).toBuffer();

/** A PNG with a part before its first pixels. */
export function withPart(png: Uint8Array, name: string, length: number): Uint8Array {
  const part = Buffer.alloc(length + 12);
  part.writeUInt32BE(length);
  part.write(name, 4, "latin1");
  const header = 33;
  return Buffer.concat([png.subarray(0, header), part, png.subarray(header)]);
}

/** A PNG of a few bytes whose header claims a size. */
export async function claiming({ width, height }: Size): Promise<Uint8Array> {
  const png = await pngOf({ width: 4, height: 4 });
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  // The header's checksum goes over its name and what is in it.
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
