import { describe, expect, it } from "vitest";
import { effectOf } from "@/lib/classroom/regrade";

describe("what regrading means for the marks", () => {
  it("is nothing where nobody has a mark, or none changes", () => {
    expect(effectOf([], "best")).toEqual({ pupils: 0, up: 0, down: 0 });
    expect(effectOf([{ before: [null], after: [null] }, { before: [0.5], after: [0.5] }], "best")).toEqual({ pupils: 0, up: 0, down: 0 });
  });

  it("counts those whose mark goes up or down, and tells by how much at most", () => {
    const pupils = [{ before: [0.5], after: [0.58] }, { before: [0.5], after: [0.53] }, { before: [0.9], after: [0.88] }, { before: [1], after: [1] }];
    expect(effectOf(pupils, "best")).toEqual({ pupils: 3, up: 8, down: 2 });
  });

  it("goes by the attempt that counts", () => {
    const pupil = { before: [0.9, 0.4], after: [0.9, 0.5] };
    expect([effectOf([pupil], "best").pupils, effectOf([pupil], "first").pupils, effectOf([pupil], "last")]).toEqual([0, 0, { pupils: 1, up: 10, down: 0 }]);
  });

  it("goes by whole per cent, as marks are shown", () => {
    expect(effectOf([{ before: [0.501], after: [0.504] }], "last").pupils).toBe(0);
    expect(effectOf([{ before: [0.504], after: [0.506] }], "last")).toEqual({ pupils: 1, up: 1, down: 0 });
  });
});
