import { expect, it, test } from "vitest";
import { getTable, postFile, postPreviewCards, postPreviewTable, postReadTable, postSaveCards, postSaveTable, type OwnEdge } from "@/app/api/sets/handlers";
import type { PrismaClient } from "@/lib/db/generated/client";
import { ownLimits } from "@/lib/own-facts/own-limits";
import { AppError } from "@/lib/shared/app-error";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, morning } from "@/tests/support/factories";
import { apogee, tableOf } from "@/tests/support/own-content";
import { rockets } from "@/tests/unit/own-facts/own-base";

const site = "http://localhost:3000/api/sets/own";
const json = (body: unknown, headers: Record<string, string> = {}) => new Request(site, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body), headers: { "content-type": "application/json", ...headers } });
const file = (bytes: Uint8Array<ArrayBuffer> | ReadableStream, headers: Record<string, string> = {}) => new Request(site, { method: "POST", body: bytes, headers, duplex: "half" } as RequestInit);
const utf8 = (text: string) => new TextEncoder().encode(text);
/** 50 MB that come piece by piece, with no length told before; `taken` says how much was asked for. */
function endless() {
  const told = { taken: 0 };
  const stream = new ReadableStream({
    pull(controller) {
      told.taken += 1_000_000;
      if (told.taken > 50_000_000) controller.close();
      else controller.enqueue(new Uint8Array(1_000_000).fill(65));
    },
  });
  return { stream, told };
}

describeEachDatabase("own cards and tables over HTTP", (db: () => PrismaClient) => {
  const edge = async (): Promise<OwnEdge> => {
    const { id } = await createLearner(db());
    return { requireUser: () => Promise.resolve({ userId: id }), now: () => morning };
  };
  const nobody: OwnEdge = { requireUser: () => Promise.reject(new AppError("UNAUTHENTICATED")), now: () => morning };
  const told = async (answered: Promise<Response>) => {
    const response = await answered;
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text) as { ok?: boolean; value?: string; error?: unknown }, cache: response.headers.get("cache-control") };
  };

  it("are read, previewed, kept and fetched", async () => {
    const who = await edge();
    const { name, ...table } = tableOf(rockets);
    expect(await told(postReadTable(json(table), who))).toMatchObject({ status: 200, body: { facts: 53 }, cache: "private, no-store" });
    expect(await told(postPreviewTable(json({ ...table, page: 0 }), who))).toMatchObject({ status: 200, body: { total: 53 } });
    expect(await told(postSaveTable(json({ ...table, name }), who))).toMatchObject({ status: 200, body: { saved: { id: table.setId, revision: 1 } } });
    const cards = { setId: table.setId, revision: 1, cards: [apogee] };
    expect(await told(postPreviewCards(json({ ...cards, page: 0 }), who))).toMatchObject({ status: 200, body: { ok: true, value: { total: 1 } } });
    expect(await told(postSaveCards(json({ ...cards, name }), who))).toMatchObject({ status: 200, body: { ok: true, value: { revision: 2 } } });
    const csv = await getTable(new Request(site), { params: Promise.resolve({ setId: table.setId, tableId: table.tableId }) }, who);
    expect(csv.headers.get("content-disposition")).toBe(`attachment; filename="table.csv"; filename*=UTF-8''Rocket.csv`);
    expect(await csv.text()).toContain("Long March 1,1970-04-24,29.5 m");
  });

  it("are nobody's who is not signed in, and take no orders from other sites", async () => {
    const { name, ...table } = tableOf(rockets);
    const who = await edge();
    for (const [post, body] of [[postReadTable, table], [postPreviewTable, { ...table, page: 0 }], [postSaveTable, { ...table, name }], [postPreviewCards, {}], [postSaveCards, {}], [postFile, "x"]] as const) {
      expect(await told(post(json(body), nobody))).toMatchObject({ status: 401 });
      expect(await told(post(json(body, { origin: "https://evil.example" }), who))).toMatchObject({ status: 403 });
    }
    expect(await db().factSet.count()).toBe(0);
  });

  const gb18030 = new Uint8Array([0xbb, 0xf0, 0xbc, 0xfd, 0x2c, 0xd7, 0xb4, 0xcc, 0xac, 0x0a, 0xb3, 0xa4, 0xd5, 0xf7, 0x2c, 0xd4, 0xda, 0xd3, 0xc3, 0x0a]);
  test.each<[string, Uint8Array<ArrayBuffer>, object]>([
    ["UTF-8 with its mark", utf8("\uFEFFRocket,height\r\nA,5\r\n"), { ok: true, value: "Rocket,height\nA,5\n" }],
    ["Chinese in GB18030", gb18030, { ok: true, value: "火箭,状态\n长征,在用\n" }],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), { ok: false, error: "binary" }],
    ["a PDF", utf8("%PDF-1.7 and so on"), { ok: false, error: "binary" }],
    ["an Excel file", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), { ok: false, error: "spreadsheet-file" }],
    ["an old Western encoding", new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x2c, 0x6e, 0xe9, 0x65]), { ok: false, error: "encoding" }],
    ["a page of HTML", utf8("<!doctype html><table><tr><td>A</td></tr></table>"), { ok: false, error: "html" }],
  ])("a file that is %s is told for what it is", async (_, bytes, body) => {
    expect(await told(postFile(file(bytes), await edge()))).toMatchObject({ status: 200, body });
  });

  it("of 50 MB are refused by their size, before they are read", async () => {
    const who = await edge();
    expect(await told(postFile(file(utf8("a"), { "content-length": "50000000" }), who))).toMatchObject({ status: 413 });
    const slow = endless();
    expect(await told(postFile(file(slow.stream), who))).toMatchObject({ status: 413, body: { error: { code: "TOO_LARGE" } } });
    expect(slow.told.taken).toBeLessThanOrEqual(ownLimits.bytes + 2_000_000);
    const typed = endless();
    expect(await told(postReadTable(file(typed.stream, { "content-type": "application/json" }), who))).toMatchObject({ status: 413 });
    expect(typed.told.taken).toBeLessThanOrEqual(2 * ownLimits.bytes + 2_000_000);
  });

  test.each<[string, unknown]>([
    ["no JSON", "{"],
    ["no object", []],
    ["a field too many", { ...tableOf(rockets), isAdmin: true }],
    ["a text of numbers", { ...tableOf(rockets), name: undefined, text: 5 }],
    ["an id that is a path", { ...tableOf(rockets), tableId: "../../x" }],
    ["a kind that there is not", { ...tableOf(rockets), choices: { 2: { kind: "formula" } } }],
    ["a choice for no column", { ...tableOf(rockets), choices: { constructor: { kind: "text" } } }],
    ["a revision of nothing", tableOf(rockets, { revision: 0 })],
    ["no name", tableOf(rockets, { name: " " })],
    ["a name that cannot be kept", tableOf(rockets, { name: "a\u0000b" })],
  ])("a table with %s is refused, and nothing is kept", async (_, body) => {
    expect(await told(postSaveTable(json(body), await edge()))).toMatchObject({ status: 400 });
    expect(await db().factSet.count()).toBe(0);
  });

  it("with formulas are refused at their cells; markup is text, and comes out as such", async () => {
    const who = await edge();
    const hostile = tableOf("Rocket\tnote\nA\t=HYPERLINK(\"http://evil.example\")\nB\t<script>alert(1)</script>\nC\t@SUM(A1:A9)\nD\t-5\n");
    expect(await told(postSaveTable(json(hostile), who))).toMatchObject({ status: 200, body: { saved: null, reading: { mistakes: [{ row: 2, column: 2, code: "formula" }, { row: 4, column: 2, code: "formula" }] } } });
    const mended = tableOf("Rocket\tnote\nA\t'=HYPERLINK(1)\nB\t<script>alert(1)</script>\nC\tsum\n", { choices: { 2: { kind: "text" } } });
    expect(await told(postSaveTable(json(mended), who))).toMatchObject({ status: 200, body: { reading: null } });
    const csv = await (await getTable(new Request(site), { params: Promise.resolve({ setId: mended.setId, tableId: mended.tableId }) }, who)).text();
    expect(csv).toContain("A,'=HYPERLINK(1)");
    expect(csv).toContain("B,<script>alert(1)</script>");
  });

  it("with thousands of mistakes are answered with the first of them and their number", async () => {
    const text = ["thing\tnote", ...Array.from({ length: 900 }, () => "same\t=1+1")].join("\n");
    const { name: _, ...table } = tableOf(text);
    const { body } = await told(postReadTable(json(table), await edge()));
    expect(body).toMatchObject({ mistakeCount: 1799, mistakes: { length: 500 } });
  });
});
