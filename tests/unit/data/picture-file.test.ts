import sharp from "sharp";
import { describe, expect, it, test } from "vitest";
import { readPicture } from "@/lib/data/picture-file";
import { pictureLimits } from "@/lib/own-facts/own-limits";
import { claiming, movingWebp, noisePng, phoneJpeg, pngOf, webpOf, withPart } from "@/tests/support/pictures";

const small = { width: 64, height: 48 };
const ascii = (text: string) => new TextEncoder().encode(text);
const svg = ascii('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');

async function taken(bytes: Uint8Array) {
  const read = await readPicture(bytes);
  if (!read.ok) throw new Error(read.error);
  return { ...read.value, told: await sharp(read.value.bytes).metadata() };
}

describe("a picture that somebody sends", () => {
  test.each<[string, () => Promise<Uint8Array>]>([["PNG", () => pngOf(small)], ["WebP", () => webpOf(small)], ["JPEG", () => sharp({ create: { ...small, channels: 3, background: "#fff" } }).jpeg().toBuffer()]])(
    "is kept as WebP where it is a %s, in its size", async (_, make) => expect(await taken(await make())).toMatchObject({ ...small, told: { format: "webp", ...small } }),
  );

  it("is turned upright, and rid of where it was taken and by whom", async () => {
    const file = await phoneJpeg(small);
    expect(file.toString("latin1")).toContain("A secret name");
    expect(await sharp(file).metadata()).toMatchObject({ orientation: 6 });
    const { bytes, width, height, told } = await taken(file);
    expect({ width, height }).toEqual({ width: 48, height: 64 });
    for (const part of ["exif", "icc", "xmp", "iptc", "orientation"] as const) expect(told[part], part).toBeUndefined();
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("A secret name");
  });

  it("is nothing but a picture afterwards, whatever else the file was", async () => {
    const hidden = "PK\u0003\u0004<script>alert(1)</script>";
    const { bytes, told } = await taken(Buffer.concat([await pngOf(small), ascii(hidden)]));
    expect(told.format).toBe("webp");
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("script");
  });

  it("is made as small as is needed: no side over 1,024 pixels, no more than 300 kB", async () => {
    expect(await taken(await pngOf({ width: 4000, height: 1000 }))).toMatchObject({ width: 1024, height: 256 });
    expect(await taken(await pngOf({ width: 3, height: 5000 }))).toMatchObject({ width: 1, height: 1024 });
    const noise = await taken(await noisePng({ width: 1100, height: 1100 }));
    expect(noise.bytes.length).toBeLessThanOrEqual(pictureLimits.keptBytes);
    expect(noise.width).toBeGreaterThanOrEqual(512);
  });

  it("stands on white where it was transparent", async () => {
    const clear = await sharp({ create: { ...small, channels: 4, background: "#0000" } }).png().toBuffer();
    const { bytes } = await taken(clear);
    const { channels } = await sharp(bytes).stats();
    expect(channels.slice(0, 3).map(({ min }) => min)).toEqual([255, 255, 255]);
  });

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ["an SVG, which may hold scripts", () => svg, "no-picture"],
    ["a page that is called .png", () => ascii("<!doctype html><script>alert(1)</script>"), "no-picture"],
    ["a GIF", () => ascii("GIF89a\u0001\u0000\u0001\u0000"), "no-picture"],
    ["a PDF", () => ascii("%PDF-1.7"), "no-picture"],
    ["nothing at all", () => new Uint8Array(), "no-picture"],
    ["a sound in the same wrapping as WebP", () => ascii("RIFF\u0000\u0000\u0000\u0000WAVE"), "no-picture"],
    ["the first bytes of a PNG alone", async () => (await pngOf(small)).subarray(0, 8), "broken"],
    ["an SVG behind the first bytes of a JPEG", () => Buffer.concat([new Uint8Array([0xff, 0xd8, 0xff]), svg]), "broken"],
    ["a PNG that is cut off", async () => { const file = await noisePng(small); return file.subarray(0, file.length / 2); }, "broken"],
    ["a JPEG that is cut off", async () => { const file = await phoneJpeg({ width: 900, height: 900 }); return file.subarray(0, file.length / 2); }, "broken"],
    ["a WebP that moves", movingWebp, "animated"],
    ["a PNG that moves", async () => withPart(await pngOf(small), "acTL", 8), "animated"],
    ["a few bytes that would unfold to ten thousand million pixels", () => claiming({ width: 100_000, height: 100_000 }), "too-many-pixels"],
    ["a few bytes that claim just too many pixels", () => claiming({ width: 8000, height: 5001 }), "too-many-pixels"],
    ["more than 4 MB", () => new Uint8Array(pictureLimits.sentBytes + 1), "too-large"],
  ])("is refused where it is %s", async (_, make, error) => expect(await readPicture(await make())).toEqual({ ok: false, error }));

  it("waits for its turn, and is told where too many wait", async () => {
    const file = await pngOf(small);
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => readPicture(file)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(30);
    for (const outcome of outcomes.slice(30)) expect(outcome).toMatchObject({ status: "rejected", reason: { code: "BUSY" } });
    expect(await readPicture(file)).toMatchObject({ ok: true });
  });
});
