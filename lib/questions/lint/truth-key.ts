import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import type { Item } from "../item";
import { factsAnswering, isAnswer } from "./query";
import { isArranged, isFirm, isJudged, mainFact, offersAnswers, rightAnswers, rightOptions, valueOf, wrongOptions } from "./reading";
import { always, type LintRule } from "./rule";
import { says } from "./shown";

function unsettled(base: FactBase, fact: Fact): string | undefined {
  const predicate = base.predicates.get(fact.predicate);
  if (fact.rank === "deprecated") return "is withdrawn";
  if (fact.assurance === "disputed") return "is disputed";
  if (fact.ask !== true || !predicate || predicate.notAsked !== undefined) return "may not be asked";
  return fact.citations.some(({ source }) => base.sources.has(source)) ? undefined : "has no source";
}

/** Every fact an item rests on exists, is settled and sourced, and may be asked. */
export const settledFacts: LintRule = {
  id: "truth/settled",
  says: "Every tested fact exists, is sourced, neither disputed nor withdrawn, and may be asked.",
  applies: always,
  faults(base, { tests }) {
    if (tests.length === 0) return ["it tests no fact"];
    return tests.flatMap((id) => {
      const fact = base.facts.get(id);
      const problem = fact ? unsettled(base, fact) : "does not exist";
      return problem === undefined ? [] : [`${id} ${problem}`];
    });
  },
};

const isOwnAnswer = (base: FactBase, item: Item, fact: Fact) =>
  rightAnswers(item).some((said) => isAnswer(base, fact, item.direction, said));

/** A true/false item is true exactly where its claim is the fact's own. */
function judgementFaults(base: FactBase, item: Item, fact: Fact): string[] {
  const { claim } = item;
  if (!claim) return ["it claims nothing"];
  const [verdict] = rightOptions(item).map(({ text }) => text);
  const isTrue = isAnswer(base, fact, item.direction, claim);
  return verdict === (isTrue ? "True" : "False") ? [] : [`the claim "${claim.text}" is ${isTrue ? "the fact's own" : "another"}, and the key says ${verdict}`];
}

/** A card with several right answers names them all. */
function listFaults(base: FactBase, item: Item, fact: Fact): string[] {
  const text = rightAnswers(item)[0]!.text;
  const missing = factsAnswering(base, fact, item.direction).filter(
    (known) => isFirm(known) && known.ask === true && !says(base, text, known.value),
  );
  return [fact, ...missing].filter((known) => !says(base, text, known.value)).map(({ id }) => `the key leaves out ${id}`);
}

const isList = (item: Item) => item.type === "flashcard" && rightAnswers(item).some((said) => valueOf(said) === undefined);

/** The key says what the tested fact says. */
export const keyEntailed: LintRule = {
  id: "truth/key",
  says: "The key is what the tested fact says, in the direction of the question.",
  applies: (item) => !isArranged(item) && item.type !== "comparison",
  faults(base, item) {
    const fact = mainFact(base, item);
    if (!fact) return [];
    if (fact.predicate !== item.predicate) return [`${fact.id} is not of ${item.predicate}`];
    if (isJudged(item)) return judgementFaults(base, item, fact);
    if (isList(item)) return listFaults(base, item, fact);
    return isOwnAnswer(base, item, fact) ? [] : [`the key is not the answer that ${fact.id} gives`];
  },
};

/** The right answers, looked up in the facts, are exactly the key. */
export const stemQuery: LintRule = {
  id: "truth/query",
  says: "Asked of the facts, the stem returns exactly the key.",
  applies: (item) => !isArranged(item) && !isJudged(item) && item.type !== "comparison" && item.type !== "picture",
  faults(base, item) {
    const fact = mainFact(base, item);
    if (!fact || isList(item)) return [];
    const answers = factsAnswering(base, fact, item.direction);
    const gives = (known: Fact, said: Parameters<typeof isAnswer>[3]) => isAnswer(base, known, item.direction, said);
    if (!offersAnswers(item)) {
      return answers.filter((known) => !rightAnswers(item).some((said) => gives(known, said))).map(({ id }) => `${id} gives another right answer`);
    }
    const missed = wrongOptions(item).filter((option) => answers.some((known) => gives(known, option)));
    const extra = rightOptions(item).filter((option) => !answers.some((known) => isFirm(known) && gives(known, option)));
    return [...missed.map(({ text }) => `"${text}" is returned too`), ...extra.map(({ text }) => `"${text}" is not returned`)];
  },
};

/** What an item tests it also gives away. */
export const toldFacts: LintRule = {
  id: "truth/told",
  says: "The facts it gives away exist, and those it tests are among them.",
  applies: always,
  faults: (base, { tests, asserts }) => [
    ...tests.filter((id) => !asserts.includes(id)).map((id) => `${id} is tested and not given away`),
    ...asserts.filter((id) => !base.facts.has(id)).map((id) => `${id} does not exist`),
  ],
};
