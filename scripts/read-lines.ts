import type { Readable } from "node:stream";

/** A line of the input, counted from 1; `text` is null where it had more bytes than allowed. */
export type InputLine = { number: number; text: string | null };

const newline = 0x0a;

/** Splits a stream into lines without ever holding more than `maxBytes` of one, which node's readline would. */
export async function* readLines(input: Readable, maxBytes: number): AsyncGenerator<InputLine> {
  let number = 1;
  let held = Buffer.alloc(0);
  let isTooLong = false;
  const hold = (part: Buffer) => {
    isTooLong ||= held.length + part.length > maxBytes;
    held = isTooLong ? Buffer.alloc(0) : Buffer.concat([held, part]);
  };
  const take = (): InputLine => {
    const line = { number, text: isTooLong ? null : held.toString("utf8").replace(/\r$/, "") };
    number += 1;
    held = Buffer.alloc(0);
    isTooLong = false;
    return line;
  };
  for await (const chunk of input) {
    let rest: Buffer = Buffer.from(chunk);
    for (let end = rest.indexOf(newline); end !== -1; end = rest.indexOf(newline)) {
      hold(rest.subarray(0, end));
      yield take();
      rest = rest.subarray(end + 1);
    }
    hold(rest);
  }
  if (held.length > 0 || isTooLong) yield take();
}
