import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { percentOf, type GradebookRow } from "@/lib/classroom/gradebook";
import { gradebookCsv, type GradebookWords } from "@/lib/classroom/gradebook-csv";
import { readView, usualView, viewGradebook, writeView, type GradebookView } from "@/lib/classroom/gradebook-view";
import { workStatuses, type WorkStatus } from "@/lib/classroom/work";
import { cases, given, nowMs, quiz, reckoned, type Case } from "./gradebook-cases";

const runs = { seed: 8, numRuns: 300 };
const workIds = ["work-0", "work-1", "work-2"];
const ids = (rows: readonly GradebookRow[]) => rows.map(({ userId }) => userId);

const views: fc.Arbitrary<GradebookView> = fc.record({
  sort: fc.constantFrom("name", "average", ...workIds),
  isDescending: fc.boolean(),
  status: fc.option(fc.constantFrom(...workStatuses)),
  workId: fc.option(fc.constantFrom(...workIds)),
  hasFormer: fc.boolean(),
});

/** As a page gives it: assignments that are not there have no place in a view. */
const asRead = ({ works }: Case, view: GradebookView) => readView(writeView(view), works.map(({ id }) => id));

describe("a view", () => {
  it("is the same when its address is read again", () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(readView(writeView(view), workIds)).toEqual(view);
      }),
      runs,
    );
  });

  it("is the usual one for an address that says nothing, or nothing of sense", () => {
    expect(readView({}, workIds)).toEqual(usualView);
    expect(readView({ sort: "work-9", order: ["down"], status: "gone", work: "__proto__", former: "1", more: "x" }, workIds)).toEqual(usualView);
  });

  it("shows everybody once in any order, who has no figure last, and former pupils apart", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom("name", "average", ...workIds), fc.boolean(), (each, sort, isDescending) => {
        const view = asRead(each, { ...usualView, sort, isDescending, hasFormer: true });
        const { rows, former } = viewGradebook(each.gradebook, view);
        expect(ids([...rows, ...former]).sort()).toEqual(each.pupils.map(({ userId }) => userId).sort());
        expect(rows.some(({ isFormer }) => isFormer) || former.some(({ isFormer }) => !isFormer)).toBe(false);
        if (view.sort === "name") return;
        const index = each.works.findIndex(({ id }) => id === view.sort);
        const figures = rows.map(({ average, cells }) => (view.sort === "average" ? average : (cells[index]?.share ?? null)));
        const known = figures.filter((figure) => figure !== null);
        expect(figures.slice(0, known.length)).toEqual([...known].sort((a, b) => (view.isDescending ? b - a : a - b)));
      }),
      runs,
    );
  });

  it("leaves exactly those who have a shown cell of the status, with the cells that they have without it", () => {
    fc.assert(
      fc.property(cases, views, (each, asked) => {
        const view = asRead(each, asked);
        const { works, rows, former } = viewGradebook(each.gradebook, view);
        expect(works.length).toBe(view.workId === null ? each.works.length : 1);
        const shown = works.map(({ id }) => each.works.findIndex((work) => work.id === id));
        for (const row of each.gradebook.rows) {
          const cells = shown.map((i) => row.cells[i]!);
          const isAsked = (view.hasFormer || !row.isFormer) && (view.workId === null || cells[0] !== null) && (view.status === null || cells.some((cell) => cell?.status === view.status));
          const seen = [...rows, ...former].find(({ userId }) => userId === row.userId);
          expect(seen?.cells).toEqual(isAsked ? cells : undefined);
          if (seen) expect(seen.average).toBe(row.average);
        }
      }),
      runs,
    );
  });
});

const statuses = Object.fromEntries(workStatuses.map((status) => [status, `is ${status}`])) as Record<WorkStatus, string>;
const words: GradebookWords = { name: "Name", former: "Former pupil", isFormer: "yes", average: "Average (%)", score: (title) => `${title} (%)`, status: (title) => `${title}: status`, statuses };

describe("the file", () => {
  it("says what the screen says, line by line and in its order", () => {
    fc.assert(
      fc.property(cases, views, (each, asked) => {
        const shown = viewGradebook(each.gradebook, asRead(each, asked));
        const text = gradebookCsv(shown, words);
        expect(text.startsWith("\uFEFF")).toBe(true);
        const [head, ...lines] = Papa.parse<string[]>(text.slice(1), { delimiter: ",", newline: "\r\n" }).data.slice(0, -1);
        const extra = shown.former.length > 0 ? 1 : 0;
        expect(head).toHaveLength(2 + extra + 2 * shown.works.length);
        const figure = (share: number | null) => (share === null ? "" : String(percentOf(share)));
        const expected = [...shown.rows, ...shown.former].map(({ average, isFormer, cells }) => [
          ...(extra ? [isFormer ? "yes" : ""] : []), figure(average), ...cells.flatMap((cell) => (cell ? [figure(cell.share), statuses[cell.status]] : ["", ""])),
        ]);
        expect(lines.map((line) => line.slice(1))).toEqual(expected);
      }),
      runs,
    );
  });

  it("runs no formula that somebody is called by, or work", () => {
    const pupils = [{ userId: "a", name: "=HYPERLINK(\"http://x\")", isFormer: false, joinedAtMs: 0 }, { userId: "b", name: "Zoë, 天", isFormer: false, joinedAtMs: 0 }];
    const gradebook = reckoned({ pupils, works: [quiz({ title: "+1" })], records: [[given({ isBegun: true, doneAtMs: nowMs - 300, shares: [0.5] }), undefined]] });
    const text = gradebookCsv(viewGradebook(gradebook, usualView), { ...words, score: (title) => title });
    expect(text.split("\r\n").slice(0, 3)).toEqual(["\uFEFFName,Average (%),'+1,'+1: status", "\"'=HYPERLINK(\"\"http://x\"\")\",50,50,is done", "\"Zoë, 天\",0,,is missed"]);
  });
});
