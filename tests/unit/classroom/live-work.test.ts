import { expect, it, test } from "vitest";
import { countStates, inLiveOrder, newsBetween, type LivePupil } from "@/lib/classroom/live-work";

const pupil = (userId: string, data: Partial<LivePupil> = {}): LivePupil => ({ userId, name: `Pupil ${userId}`, state: "not-begun", attempt: 0, answered: 0, questions: 0, endsAtMs: null, share: null, ...data });
const underWay = { state: "under-way", attempt: 1, questions: 5 } as const;
const handedIn = { state: "handed-in", attempt: 1, questions: 5, answered: 5 } as const;

test.each<[string, LivePupil, LivePupil, string | undefined]>([
  ["beginning", pupil("a"), pupil("a", underWay), "begun"],
  ["handing in", pupil("a", underWay), pupil("a", handedIn), "handed-in"],
  ["beginning and handing in between two looks", pupil("a"), pupil("a", handedIn), "handed-in"],
  ["beginning again", pupil("a", handedIn), pupil("a", { ...underWay, attempt: 2 }), "begun"],
  ["handing in a second time between two looks", pupil("a", handedIn), pupil("a", { ...handedIn, attempt: 2 }), "handed-in"],
  ["answering", pupil("a", underWay), pupil("a", { ...underWay, answered: 3 }), undefined],
  ["being graded", pupil("a", handedIn), pupil("a", { ...handedIn, share: 0.8 }), undefined],
  ["time being up with nothing answered", pupil("a", underWay), pupil("a", { ...underWay, state: "empty" }), undefined],
  ["being excused", pupil("a"), pupil("a", { state: "excused" }), undefined],
])("of %s the news is %s", (_, before, after, kind) => {
  expect(newsBetween([before], [after]).map((news) => news.kind)).toEqual(kind ? [kind] : []);
});

it("has no news of people who were not there at the look before", () => {
  expect(newsBetween([pupil("a")], [pupil("a"), pupil("b", handedIn)])).toEqual([]);
});

it("counts every state, and puts who is under way first", () => {
  const pupils = [pupil("c", handedIn), pupil("b", underWay), pupil("a", { state: "excused" }), pupil("d")];
  expect(countStates(pupils)).toEqual({ "under-way": 1, "not-begun": 1, "handed-in": 1, empty: 0, excused: 1 });
  expect(inLiveOrder(pupils).map(({ userId }) => userId)).toEqual(["b", "d", "c", "a"]);
});
