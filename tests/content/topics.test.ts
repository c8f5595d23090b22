import { expect, it } from "vitest";
import { listTopics } from "@/lib/data/study-choices";
import { english } from "@/messages/english";

/** The topic of everything in cards and tables of a learner's own. */
const own = "own";

it("every topic of the content has a name, and every name a topic", () => {
  expect(Object.keys(english.choose.topic).sort()).toEqual([...listTopics().map(({ topic }) => topic), own].sort());
});
