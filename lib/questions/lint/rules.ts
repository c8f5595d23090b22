import type { LintRule } from "./rule";
import { ascending, oneFormat, oneKind, optionNumber, sameRoundness, shownApart } from "./option-set";
import { keyLength, noAllOrNone, noStemAttribute, plainWords } from "./option-words";
import { noClue } from "./stem-clue";
import { articlesAgree, cleanTexts, noNegation, oneQuestion, selfContained, shortStem } from "./stem-form";
import { provenComparison, provenOrder, provenPairs } from "./truth-arranged";
import { closedClasses } from "./truth-class";
import { drawnRocket, markedPlaces } from "./truth-figure";
import { provenHops } from "./truth-hops";
import { keyEntailed, settledFacts, stemQuery, toldFacts } from "./truth-key";
import { groundedCertificates, noEcho, noKin, noTwins, recertified, textsSayValues } from "./truth-options";
import { namesZone, onePrecision, statesDate } from "./truth-time";

/** Every rule for a single item. */
export const rules: readonly LintRule[] = [
  settledFacts, keyEntailed, stemQuery, toldFacts, closedClasses,
  recertified, groundedCertificates, noTwins, noKin, noEcho, textsSayValues,
  statesDate, onePrecision, namesZone,
  provenOrder, provenComparison, provenPairs, provenHops, drawnRocket, markedPlaces,
  optionNumber, oneKind, oneFormat, ascending, sameRoundness, shownApart,
  noAllOrNone, keyLength, plainWords, noStemAttribute,
  oneQuestion, cleanTexts, shortStem, selfContained, noClue, noNegation, articlesAgree,
];
