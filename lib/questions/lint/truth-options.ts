import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact, FactValue } from "@/lib/facts/model";
import type { Item, Option } from "../item";
import { areKin, areNamesakes } from "./kinship";
import { meetingOf } from "./meeting";
import { refuteSubject, refuteValue, type Refutation } from "./proof";
import { isArranged, isJudged, mainFact, offersAnswers, pairsOf, valueOf, wrongOptions, type Said } from "./reading";
import type { LintRule } from "./rule";
import { says } from "./shown";

/** The proof, made anew, that what is said is a wrong answer to the question about `fact`. */
export function refuteAnswer(base: FactBase, fact: Fact, direction: Item["direction"], said: Said): Refutation {
  const value = valueOf(said);
  if (!value) return { open: "it stands for nothing" };
  if (direction === "forward") return refuteValue(base, fact, value);
  return value.kind === "entity" ? refuteSubject(base, fact, value.entity) : { open: "it is no subject" };
}

/** Whatever is called false in the item; the certificate belongs to it. */
type Denied = { said: Said; certificate: Option["certificate"] };

function deniedIn(item: Item): Denied[] {
  if (!isJudged(item)) return wrongOptions(item).map((option) => ({ said: option, certificate: option.certificate }));
  const [wrong] = wrongOptions(item);
  return item.claim && wrong?.text === "True" ? [{ said: item.claim, certificate: wrong.certificate }] : [];
}

/** Pictures and comparisons call options false for reasons of their own, and have rules of their own. */
const isProvenByFacts = (item: Item) => (offersAnswers(item) || isJudged(item)) && item.type !== "picture";

/** Every distractor is proved false once more, by other code than that which chose it. */
export const recertified: LintRule = {
  id: "truth/distractors",
  says: "Every distractor, and every false claim, is proved false anew, on the ground that its certificate names.",
  applies: isProvenByFacts,
  faults(base, item) {
    const fact = mainFact(base, item);
    if (!fact) return [];
    return deniedIn(item).flatMap(({ said, certificate }) => {
      const proof = refuteAnswer(base, fact, item.direction, said);
      if ("open" in proof) return [`"${said.text}": ${proof.open}`];
      const isGround = proof.grounds.some((ground) => ground === certificate?.rule);
      return isGround || !certificate ? [] : [`"${said.text}" is not excluded by the rule "${certificate.rule}"`];
    });
  },
};

/** Whether a reason of a certificate names a fact or a declaration of the base. */
function holds(base: FactBase, reason: string): boolean {
  const [declaration, id = ""] = reason.includes(":") ? [reason.slice(0, reason.indexOf(":")), reason.slice(reason.indexOf(":") + 1)] : [];
  const predicate = base.predicates.get(id as Item["predicate"]);
  switch (declaration) {
    case undefined: return base.facts.has(reason as Fact["id"]);
    case "functional": return predicate?.functional === true;
    case "inverse-functional": return predicate?.inverseFunctional === true;
    case "complete": return predicate?.complete !== undefined || base.facts.get(id as Fact["id"])?.complete === true;
    default: return false;
  }
}

/** Wrong options carry a certificate whose reasons exist, right ones carry none. */
export const groundedCertificates: LintRule = {
  id: "truth/certificates",
  says: "Each wrong option has a certificate that rests on facts and declarations that exist; right and arranged options have none.",
  applies: ({ options }) => options.length > 0,
  faults(base, item) {
    const wrong = new Set(isArranged(item) ? [] : wrongOptions(item));
    return item.options.flatMap(({ text, certificate }, i) => {
      if (!wrong.has(item.options[i]!)) return certificate ? [`"${text}" is not called false and has a certificate`] : [];
      if (!certificate || certificate.because.length === 0) return [`"${text}" has no certificate`];
      return certificate.because.filter((reason) => !holds(base, reason)).map((reason) => `"${text}": there is no "${reason}"`);
    });
  },
};

const subjectsOf = (item: Item): Said[] => (item.type === "matching" || !item.claim ? item.options : [item.claim]);

function areTwins(base: FactBase, item: Item, a: Said, b: Said): boolean {
  const [left, right] = [valueOf(a), valueOf(b)];
  const predicate = base.predicates.get(item.predicate);
  if (!left || !right || !predicate) return false;
  if (left.kind === "entity" && right.kind === "entity") return left.entity === right.entity || areNamesakes(base, left.entity, right.entity);
  return left.kind === right.kind && meetingOf(base, predicate, left, right) !== "apart";
}

/** No two options mean the same. */
export const noTwins: LintRule = {
  id: "truth/twins",
  says: "No two options are the same under aliases, units, precision and tolerance.",
  applies: (item) => item.options.length > 0,
  faults: (base, item) => pairsOf(subjectsOf(item)).filter(([a, b]) => areTwins(base, item, a, b)).map(([a, b]) => `"${a.text}" may be "${b.text}"`),
};

/** No option is a whole or a part of another. */
export const noKin: LintRule = {
  id: "truth/kin",
  says: "No option is an ancestor of another (part of, variant of, located in, series).",
  applies: (item) => item.options.length > 0,
  faults: (base, item) =>
    pairsOf(item.options)
      .filter(([a, b]) => a.entity !== undefined && b.entity !== undefined && areKin(base, a.entity, b.entity))
      .map(([a, b]) => `"${a.text}" and "${b.text}" are whole and part`),
};

/** What the question is about is no answer to it. */
export const noEcho: LintRule = {
  id: "truth/echo",
  says: "No option is the entity that the stem asks about.",
  applies: (item) => offersAnswers(item) && item.type !== "picture",
  faults(base, item) {
    const fact = mainFact(base, item);
    const asked = item.direction === "forward" ? fact?.subject : fact?.value.kind === "entity" ? fact.value.entity : undefined;
    return item.options.filter(({ entity }) => entity !== undefined && entity === asked).map(({ text }) => `"${text}" is what is asked about`);
  },
};

const textSays = (base: FactBase, { text, entity, value }: Said): boolean => {
  const meant: FactValue | undefined = valueOf({ text, ...(entity !== undefined && { entity }), ...(value && { value }) });
  return meant === undefined || says(base, text, meant);
};

/** What is displayed is what is graded. */
export const textsSayValues: LintRule = {
  id: "truth/texts",
  says: "The text of every option, prompt, claim and key says the entity or value that it stands for.",
  applies: () => true,
  faults(base, item) {
    const said: Said[] = [...item.options, ...(item.prompts ?? []), ...(item.claim ? [item.claim] : []), ...(Array.isArray(item.key) ? [] : [item.key])];
    const strayed = said.filter((each) => !textSays(base, each)).map(({ text }) => ({ says: `"${text}" does not say what it stands for`, found: text }));
    const isClaimed = !item.claim || says(base, item.stem, valueOf(item.claim) ?? { kind: "text", text: item.claim.text });
    return isClaimed ? strayed : [...strayed, { says: `the stem does not say the claim "${item.claim!.text}"`, found: item.claim!.text }];
  },
};
