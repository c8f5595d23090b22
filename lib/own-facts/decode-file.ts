import { err, ok, type Result } from "@/lib/shared/result";
import type { FileMistakeCode } from "./mistakes";
import { ownLimits } from "./own-limits";

const startsWith = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte);

/** ZIP (xlsx, ods, numbers) and the compound files of old Excel. */
const spreadsheetSignatures = [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]];

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How much of what is not ASCII must be ordinary Chinese for bytes to be taken for GB18030: Western encodings give a stray sign here and there. */
const leastChinese = 0.9;

/** Chinese in its old encodings, told from Western ones by what comes out: characters of the first standard (GB 2312), in runs. */
function decodeChinese(bytes: Uint8Array): string | undefined {
  const text = decode(bytes, "gb18030");
  const foreign = text?.match(/[^\u0000-\u007F]/gu) ?? [];
  const inRuns = (text?.match(/[\p{Script=Han}、。，：；！？（）《》“”％－]{2,}/gu) ?? []).reduce((sum, run) => sum + [...run].length, 0);
  let common = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue;
    if (bytes[i + 1]! >= 0xa1) common++;
    i++;
  }
  const isChinese = foreign.length >= 2 && inRuns >= leastChinese * foreign.length && common >= leastChinese * foreign.length;
  return isChinese ? text : undefined;
}

function decodeBytes(bytes: Uint8Array): Result<string, FileMistakeCode> {
  if (bytes.length > ownLimits.bytes) return err("too-large");
  if (spreadsheetSignatures.some((signature) => startsWith(bytes, signature))) return err("spreadsheet-file");
  const utf16 = startsWith(bytes, [0xff, 0xfe]) ? "utf-16le" : startsWith(bytes, [0xfe, 0xff]) ? "utf-16be" : undefined;
  if (utf16 === undefined && bytes.includes(0)) return err("binary");
  const text = utf16 === undefined ? (decode(bytes, "utf-8") ?? decodeChinese(bytes)) : decode(bytes, utf16);
  return text === undefined ? err("encoding") : ok(text);
}

/** Only the start is looked at: markup further down is the text of a cell. */
const html = /^\s*<(?:!doctype|html|head|meta|body|table|style|div|xml|\?xml|!--)\b/i;
const binaryText = /^(?:%PDF-|\{\\rtf)/;

/**
 * The text of a file or of what was pasted, without its byte order mark and with plain line ends. UTF-8, UTF-16 with its mark and GB18030 are read;
 * the size is looked at before anything else.
 */
export function decodeFile(source: string | Uint8Array): Result<string, FileMistakeCode> {
  if (typeof source === "string" && source.length > ownLimits.bytes) return err("too-large");
  const decoded = typeof source === "string" ? ok(source) : decodeBytes(source);
  if (!decoded.ok) return decoded;
  const text = decoded.value.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  if (text.includes("\u0000") || binaryText.test(text)) return err("binary");
  return html.test(text) ? err("html") : ok(text);
}
