/** Why a whole file is refused before its cells are looked at. */
export const fileMistakeCodes = [
  /** More than 2 MB. */
  "too-large",
  /** NUL bytes, or a file format that is no text. */
  "binary",
  /** An Excel, Numbers or OpenDocument file: it is to be saved as CSV, or copied and pasted. */
  "spreadsheet-file",
  /** Neither UTF-8, nor UTF-16 with its mark, nor GB18030. */
  "encoding",
  /** A page of HTML; its table is to be copied and pasted as text. */
  "html",
  /** A quotation mark that opens a cell and does not end. */
  "quotes",
  "no-rows",
  /** One column only: nothing is said of the things that it names. */
  "no-columns",
  "too-many-rows",
  "too-many-columns",
] as const;

/** What can be wrong with one cell. */
export const cellMistakeCodes = [
  "no-heading",
  "duplicate-heading",
  /** Braces, a bar or double brackets, which would be read as part of a wording. */
  "heading-characters",
  "empty-name",
  "duplicate-name",
  /** It is another name of something else in the table. */
  "name-is-alias",
  "too-many-aliases",
  "too-many-cells",
  "too-long",
  "only-whitespace",
  "control-characters",
  /** Signs that turn the direction of writing, so that a text reads otherwise than it is. */
  "bidi-controls",
  "formula",
  "wrong-kind",
  "no-such-date",
  /** 03/04/2005: day and month can be exchanged, and nothing in the column tells. */
  "ambiguous-date",
  "no-year",
  "unit-unknown",
  /** A unit of something else than the column measures, or a unit where the column counts. */
  "unit-mismatch",
  "number-out-of-range",
  /** "Less than 5" is no amount that could be asked for. */
  "limit",
  "two-values",
  "duplicate-definition",
] as const;

/** What can be wrong with a field of a card besides. */
export const cardMistakeCodes = [
  "no-definition",
  /** No address of http or https that a link could lead to. */
  "address",
  /** A picture, or its address, without its description. */
  "no-description",
  /** It was uploaded for another set, or long ago and never saved. */
  "picture-gone",
  "too-many-pictures",
  /** Of a source the title without the address, or the address without the title. */
  "no-title",
  "no-address",
] as const;

/** Why a picture is not taken. */
export const pictureMistakeCodes = [
  /** More than 4 MB. */
  "too-large",
  /** No PNG, JPEG or WebP, whatever it is called. */
  "no-picture",
  "animated",
  /** More than 40 million pixels. */
  "too-many-pixels",
  /** Cut off, or otherwise no longer to be read. */
  "broken",
  /** Too many that were uploaded and are on no card that is saved. */
  "too-many-unsaved",
  /** All the person's pictures together take too much. */
  "no-room",
] as const;

export type PictureMistakeCode = (typeof pictureMistakeCodes)[number];
export type CardMistakeCode = (typeof cardMistakeCodes)[number];
export type FileMistakeCode = (typeof fileMistakeCodes)[number];
export type CellMistakeCode = (typeof cellMistakeCodes)[number];

/** Rows and columns as a spreadsheet counts them: row 1 has the headings, column 1 the names. Both are null where the whole file is meant, the column where a whole row is. */
export type TableMistake = { row: number | null; column: number | null; code: FileMistakeCode | CellMistakeCode; value: string };

/** A mistake in what is kept with a set; `table` and `card` are positions from 0. */
export type OwnMistake =
  | ({ in: "table"; table: number } & TableMistake)
  | { in: "card"; card: number; field: "term" | "definition" | "aliases"; code: CellMistakeCode; value: string };

/** The most of a value that a mistake repeats. */
const mostShown = 80;

/** A value as a mistake repeats it: on one line, without what cannot be seen, at most 80 signs. */
export function shownValue(value: string): string {
  const plain = value.replace(/[\p{Cc}\p{Cf}\p{Surrogate}\s]+/gu, " ").trim();
  return plain.length > mostShown ? `${[...plain].slice(0, mostShown - 1).join("")}…` : plain;
}
