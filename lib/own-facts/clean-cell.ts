import { err, ok, type Result } from "@/lib/shared/result";
import type { CellMistakeCode } from "./mistakes";

const controls = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\p{Surrogate}]/u;
const bidiControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Signs without width that come along when text is copied; joiners stay, since scripts and emoji need them. */
const unseen = /[\u00AD\u200B\u2060\uFEFF]/gu;

/** What a spreadsheet would compute, call or send: "=1+2", "@SUM(A1)", "+cmd|' /C calc'!A0". A sign before a number or a word is text. */
const formula = /^[=＝]|^[+\-@＋－＠][^\s(|]*(?:\p{L}\(|\|)/u;

/** The apostrophe that a spreadsheet, and our own export, puts before a text that begins like a formula. */
const textMark = /^'(?=[=+\-@＝＋－＠])/u;

/**
 * A cell as it is kept: composed, blanks as single spaces, without the sign that marks text for a spreadsheet. Nothing for an empty cell.
 * Markup stays as the text that it is. `most`: how many UTF-16 units it may have.
 */
export function cleanCell(raw: string, most: number): Result<string | null, CellMistakeCode> {
  if (raw === "") return ok(null);
  if (controls.test(raw)) return err("control-characters");
  if (bidiControls.test(raw)) return err("bidi-controls");
  const text = raw.replace(unseen, "").normalize("NFC").replace(/[\s\u0085]+/gu, " ").trim();
  if (text === "") return err("only-whitespace");
  const plain = text.replace(textMark, "");
  if (plain === text && formula.test(text)) return err("formula");
  return plain.length > most ? err("too-long") : ok(plain);
}
