const startsWith = (bytes: Uint8Array, at: number, sign: readonly number[]) => sign.every((byte, i) => bytes[at + i] === byte);
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

const png = [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a];
const jpeg = [0xff, 0xd8, 0xff];
const animationControl = ascii("acTL");
const imageData = ascii("IDAT");

/** A PNG tells that it moves in a part before the first with pixels. */
function isMovingPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Each part: its length, its name, what is in it, a checksum.
  for (let at = png.length; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (startsWith(bytes, at + 4, animationControl)) return true;
    if (startsWith(bytes, at + 4, imageData)) return false;
  }
  return false;
}

/** What a file is by its first bytes, whatever it is called; nothing where it is none of the three. Of a WebP, whether it moves is told by its decoder. */
export function pictureKindOf(bytes: Uint8Array): "jpeg" | "png" | "moving-png" | "webp" | undefined {
  if (startsWith(bytes, 0, jpeg)) return "jpeg";
  if (startsWith(bytes, 0, png)) return isMovingPng(bytes) ? "moving-png" : "png";
  return startsWith(bytes, 0, ascii("RIFF")) && startsWith(bytes, 8, ascii("WEBP")) ? "webp" : undefined;
}
