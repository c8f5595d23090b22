import { expect, it } from "vitest";
import { withCurrentIds } from "@/lib/progress/current-ids";
import { dayNumber } from "@/lib/progress/day-number";
import { growthOn } from "@/lib/progress/growth";
import { answerOn, firstDay, rule } from "../scheduling/learner";
import { recorded } from "./recorded";

const history = recorded([answerOn(0, "right", { factId: "old" }), answerOn(0, "right", { factId: "other" }), answerOn(4, "right", { factId: "new" })]);
const inUse = (factId: string) => (factId === "old" ? "new" : factId);

it("makes one fact of two ids that it went by, and changes nothing else", () => {
  const current = withCurrentIds(history, inUse);
  expect([...current.fact].map((fact) => current.factIds[fact])).toEqual(["new", "other", "new"]);
  expect({ ...current, fact: history.fact, factIds: history.factIds }).toEqual(history);
  const begun = (of: typeof history) => growthOn([dayNumber(firstDay) + 5], of, null, rule.engine)[0]!.begun;
  expect([begun(history), begun(current)]).toEqual([3, 2]);
});

it("gives a fact that was answered under a former id only the one that it goes by", () => {
  const former = recorded([answerOn(0, "right", { factId: "old" }), answerOn(1, "wrong", { factId: "other" })]);
  expect(withCurrentIds(former, inUse)).toEqual({ ...former, factIds: ["new", "other"] });
  expect(withCurrentIds(history, (factId) => factId)).toEqual(history);
});
