import { describe, expect, test } from "vitest";
import { ownContentSchema } from "@/lib/own-facts/own-content";
import { writeTable } from "@/lib/own-facts/write-table";
import { idsFrom, main, mistakesOf, read, rockets, tableOf } from "./own-base";

const cellsOf = (source: string | Uint8Array) => tableOf(source).rows.map(({ name, cells }) => [name, ...cells]);
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, isLittle);
  [...text].forEach((sign, i) => view.setUint16(2 + 2 * i, sign.charCodeAt(0), isLittle));
  return bytes;
}

describe("a pasted table", () => {
  test("becomes typed columns and rows with ids of their own, that the schema of what is kept accepts", () => {
    const table = tableOf(rockets);
    expect(table.name).toBe("Rocket");
    expect(table.columns.map(({ heading, kind, unit }) => [heading, kind, unit])).toEqual([
      ["First flight", "date", undefined], ["height", "quantity", "m"], ["Launch site", "entity", undefined], ["crewed", "boolean", undefined],
      ["launched by", "entity", undefined], ["fuel", "text", undefined], ["Successor", "entity", undefined],
    ]);
    expect(table.rows[1]!.cells).toEqual(["1974-11-05", "31.2 m", "Jiuquan", "no", "CALT", "dinitrogen tetroxide", "Long March 3"]);
    expect(ownContentSchema.safeParse({ cards: [], tables: [table] }).success).toBe(true);
  });

  const plain = [["A", "red"], ["B", "blue"]];
  test.each([
    ["tabs", "Thing\tcolour\nA\tred\nB\tblue"], ["commas", "Thing,colour\nA,red\nB,blue"], ["semicolons", "Thing;colour\nA;red\nB;blue"], ["CRLF and a last line end", "Thing,colour\r\nA,red\r\nB,blue\r\n"],
    ["old line ends", "Thing,colour\rA,red\rB,blue"], ["a byte order mark", "\uFEFFThing,colour\nA,red\nB,blue"], ["quoted cells", '"Thing","colour"\n"A","red"\n"B","blue"'], ["Excel's name of the delimiter", "sep=;\nThing;colour\nA;red\nB;blue"],
    ["blank rows", "\n\nThing,colour\nA,red\n,\n\nB,blue\n\n"], ["empty columns behind", "Thing,colour,,\nA,red,,\nB,blue,,"],
  ])("is read with %s", (_, text) => {
    expect(cellsOf(text)).toEqual(plain);
    expect(cellsOf(utf8(text))).toEqual(plain);
  });

  test.each([["UTF-16, little end first", utf16("Thing,colour\nA,红\nB,blue", true)], ["UTF-16, big end first", utf16("Thing,colour\nA,红\nB,blue", false)]])("is read in %s", (_, bytes) =>
    expect(cellsOf(bytes)).toEqual([["A", "红"], ["B", "blue"]]));

  test("is read in GB18030, where Chinese in runs comes out", () => {
    // 火箭,高度 / 长征五号,五十七米
    const bytes = [0xbb, 0xf0, 0xbc, 0xfd, 0x2c, 0xb8, 0xdf, 0xb6, 0xc8, 0x0a, 0xb3, 0xa4, 0xd5, 0xf7, 0xce, 0xe5, 0xba, 0xc5, 0x2c, 0xce, 0xe5, 0xca, 0xae, 0xc6, 0xdf, 0xc3, 0xd7];
    expect(cellsOf(Uint8Array.from(bytes))[0]![0]).toBe("长征五号");
  });

  test("keeps commas, quotes and line ends that stand in quoted cells", () => expect(cellsOf('Thing,note\nA,"one, ""two""\nthree"\nB,x')[0]).toEqual(["A", 'one, "two" three']));
  test("keeps markup in cells as the text that it is", () => expect(cellsOf("Thing,note\nA,<b>x</b>\nB,<script>y</script>")).toEqual([["A", "<b>x</b>"], ["B", "<script>y</script>"]]));
  test("takes aliases from a column of that name", () => expect(tableOf("Thing,Aliases,colour\nA,first; one,red\nB,,blue").rows.map(({ aliases }) => aliases)).toEqual([["first", "one"], []]));
  test("calls its things so where the first heading is empty", () => expect(tableOf(",colour\nA,red\nB,blue").name).toBe("thing"));
  test("may be overruled in the kind and the unit of a column", () => {
    const { columns, rows } = tableOf("Thing,first,mass\nA,1970,5\nB,1984,6", { choices: { 2: { kind: "quantity" }, 3: { unit: "t" } } });
    expect(columns.map(({ kind, unit }) => [kind, unit])).toEqual([["quantity", undefined], ["quantity", "t"]]);
    expect(rows[0]!.cells).toEqual(["1,970", "5 t"]);
  });

  test("keeps a heading whole where its column is not measured in the unit", () => expect(tableOf("Thing,height (m)\nA,tall\nB,short").columns[0]).toMatchObject({ heading: "height (m)", kind: "text" }));
});

describe("a table that is pasted again", () => {
  test("keeps the ids of what has the same name, whatever its cells say, and gives new ones to what is new", () => {
    const previous = tableOf("Thing,colour,size\nA,red,1\nB,blue,2");
    const next = tableOf("Thing,size,colour,shape\nB,3,green,round\nC,4,red,flat\nthe a,5,red,round", { previous, newId: idsFrom("new") });
    const [a, b] = previous.rows.map(({ id }) => id);
    expect(next.id).toBe(previous.id);
    expect(next.rows.map(({ id }) => id)).toEqual([b, "new2", a]);
    expect(next.columns.map(({ id }) => id)).toEqual([previous.columns[1]!.id, previous.columns[0]!.id, "new1"]);
  });

  test("from its own export is the same, with formula-like texts guarded on the way", () => {
    const table = tableOf("Thing,aliases,height (m),note,first,crewed\nA,a1; a2,\"1,234.5\",'=1+2,c. 1970,yes\nB,,about 7 km,-x,May 2001,no\nC,,,plain,,");
    const text = writeTable(main, table);
    expect(text).toContain("'=1+2");
    expect(text).toContain("'-x");
    expect(tableOf(text, { previous: table })).toEqual(table);
    expect(tableOf(utf8(text), { previous: table })).toEqual(table);
  });
});

describe("what cannot be a table", () => {
  test.each([
    ["too-large", "x".repeat(2_000_001)], ["too-large", new Uint8Array(50_000_000)], ["binary", "Thing,colour\nA,r\u0000d"], ["binary", utf8("Thing\u0000\u0001\u0002")], ["binary", utf8("%PDF-1.7\nobj")], ["binary", "{\\rtf1 text}"],
    ["spreadsheet-file", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0])], ["spreadsheet-file", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ["encoding", Uint8Array.from([...utf8("Thing,colour\nCaf"), 0xe9, ...utf8(",red\nB,blue")])], ["encoding", Uint8Array.from([...utf8("Ding,Farbe\nGr"), 0xfc, 0xdf, ...utf8("e,rot\nM"), 0xe4, ...utf8("rz,blau")])],
    ["encoding", Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])],
    ["html", "<table><tr><td>A</td></tr></table>"], ["html", "\n <!DOCTYPE html><html></html>"], ["html", utf8("<html xmlns:x='urn:schemas-microsoft-com:office:excel'>")],
    ["no-rows", ""], ["no-rows", "Thing,colour\n\n"], ["no-columns", "Thing\nA\nB"],
    ["too-many-rows", `Thing,n\n${Array.from({ length: 1001 }, (_, i) => `A${i},${i}`).join("\n")}`], ["too-many-columns", `Thing,${Array.from({ length: 13 }, (_, i) => `c${i}`).join(",")}\nA,1`],
  ])("%s is refused as a whole", (code, source) => expect(mistakesOf(source)).toEqual([`null null ${code}`]));

  test("is 50 MB: refused without its bytes being looked at", () => {
    const untouchable = new Proxy(new Uint8Array(0), { get: (target, key) => (key === "length" ? 50_000_000 : Reflect.get(target, key)) });
    expect(mistakesOf(untouchable)).toEqual(["null null too-large"]);
  });

  test("has a quotation mark that does not end: its row is named", () => expect(mistakesOf('Thing,colour\nA,red\nB,"blue\nC,green')).toEqual(["3 null quotes"]));

  test("is never imported in part: one wrong cell in a thousand refuses all of them", () => {
    const rows = Array.from({ length: 999 }, (_, i) => `Thing ${i},${i}`);
    expect(mistakesOf(`Thing,n\n${[...rows, "Last,=1+1"].join("\n")}`)).toEqual(["1001 2 formula"]);
  });

  test("shows of a wrong cell at most eighty signs, none of them unseen", () => {
    const table = read(`Thing,note\nA,\u202E${"x".repeat(300)}\nB,y`);
    expect(table.ok ? "" : table.error.mistakes[0]!.value).toMatch(/^x{79}…$/);
  });
});
