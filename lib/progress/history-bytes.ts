import type { History } from "./history";

/**
 * Raised whenever a history would be recorded or written otherwise. It is written in the machine's own order of bytes, as the columns are,
 * so that a machine of the other order does not know it either.
 */
const format = 1;

/** The columns of a history as bytes: `counted` can be pressed to a fifth, `measured` hardly at all. */
export type PackedColumns = { counted: Uint8Array; measured: Uint8Array };

type Column = Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;
type ColumnKind<T extends Column> = { new (buffer: ArrayBuffer, from: number, length: number): T; BYTES_PER_ELEMENT: number };

/** By falling width, so that each column begins at a multiple of its own. */
const countedOf = ({ length, atMs, fact, day, elapsedMs, intervalDays, form, kind, right }: History): Column[] => [
  Float64Array.of(format, length), atMs, fact, day, elapsedMs, intervalDays, form, kind, right,
];
const measuredOf = ({ recall, foretold, stabilityDays, difficulty, factor }: History): Column[] => [recall, foretold, stabilityDays, difficulty, factor];

function join(columns: readonly Column[]): Uint8Array {
  const bytes = new Uint8Array(columns.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

/** A history's columns as bytes, without the names of its facts and forms. */
export const packColumns = (history: History): PackedColumns => ({ counted: join(countedOf(history)), measured: join(measuredOf(history)) });

/** Hands out one column after the other. Throws RangeError where the bytes end too early. */
function columnReader(packed: Uint8Array) {
  const { buffer } = new Uint8Array(packed);
  let at = 0;
  return <T extends Column>(Kind: ColumnKind<T>, length: number): T => {
    const column = new Kind(buffer, at, length);
    at += length * Kind.BYTES_PER_ELEMENT;
    return column;
  };
}

/** The history that was packed, with its names; null for bytes of another format or another machine's. */
export function unpackColumns({ counted, measured }: PackedColumns, { factIds, forms }: Pick<History, "factIds" | "forms">): History | null {
  const [count, measure] = [columnReader(counted), columnReader(measured)];
  const [written, length] = count(Float64Array, 2) as unknown as [number, number];
  if (written !== format) return null;
  const [atMs, fact, day, elapsedMs] = [count(Float64Array, length), count(Uint32Array, length), count(Int32Array, length), count(Uint32Array, length)];
  const [intervalDays, form, kind, right] = [count(Uint16Array, length), count(Uint8Array, length), count(Uint8Array, length), count(Uint8Array, length)];
  const [recall, foretold, stabilityDays] = [measure(Float32Array, length), measure(Float32Array, length), measure(Float32Array, length)];
  const [difficulty, factor] = [measure(Float32Array, length), measure(Float32Array, length)];
  return { length, factIds, forms, fact, form, atMs, day, kind, right, elapsedMs, recall, foretold, intervalDays, stabilityDays, difficulty, factor };
}
