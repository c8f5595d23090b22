import "server-only";
import { itemsToPut } from "@/lib/own-facts/items-to-put";
import { chooseItem, isProbeTurn, recentAnswers, type FormKind } from "@/lib/questions/choose-form";
import { forms } from "@/lib/questions/forms/registry";
import type { Item } from "@/lib/questions/item";
import type { StudyMode } from "@/lib/questions/study-request";
import { published } from "@/lib/scheduling/constants";
import { forecast } from "@/lib/scheduling/evidence";
import { evidenceForm } from "@/lib/scheduling/evidence-form";
import { recallOn } from "@/lib/scheduling/fact-state";
import { hashText, namedRandom, seededRandom } from "@/lib/shared/random";
import { fitsMode } from "./askable";
import { isLeech, type CardDay, type CardFact } from "./card-reason";
import { calibrationOf, ruleOf } from "./learner";
import { quarantinedIn } from "./question-health";
import { isStanding } from "./standing-answers";
import type { Transaction } from "./transaction";

/** A question that the learner has answered, as far as the next one depends on it. */
type Asked = Pick<Item, "type" | "template"> & { factId: string; presentationId: string };

/** The last questions that a learner answered on some facts, the latest first. */
export async function loadAsked(tx: Transaction, userId: string, factIds: readonly string[]): Promise<Map<string, Asked[]>> {
  const rows = await tx.$queryRaw<Asked[]>`
    SELECT t."factId", l."presentationId", p."item"->>'type' AS "type", p."item"->>'template' AS "template"
    FROM unnest(${[...factIds]}::text[]) AS t("factId")
    CROSS JOIN LATERAL (
      SELECT e."presentationId", e."answeredAt", e."id" FROM "ReviewEvent" e
      WHERE e."userId" = ${userId}::uuid AND e."factId" = t."factId"
        AND ${isStanding()}
      ORDER BY e."answeredAt" DESC, e."id" DESC LIMIT ${recentAnswers}
    ) l
    JOIN "Presentation" p ON p."id" = l."presentationId"
    ORDER BY l."answeredAt" DESC, l."id" DESC`;
  const asked = new Map<string, Asked[]>();
  for (const row of rows) asked.set(row.factId, [...(asked.get(row.factId) ?? []), row]);
  return asked;
}

/** One seed makes some of a fact's wordings, so that of a fact with few of them others are looked for under so many more. */
const furtherSeeds = 12;

/** As many options as most questions have; how many there will be shows when the question is made. */
const usualOptions = 4;

/** What a question of a fact depends on: another seed after each answer, and the same one again if the transaction has to be repeated. */
type Turn = { seed: number; isProbe: boolean };

/** Whether the question is drawn at random belongs to the turn, so that it is told of an open question as well. */
export function turnOf(userId: string, factId: string, asked: readonly Asked[], { state }: CardFact): Turn {
  const seed = hashText(`${userId}:${factId}:${asked[0]?.presentationId ?? ""}`);
  return { seed, isProbe: state !== null && isProbeTurn(namedRandom(seed, "probe")) };
}

/** The item for a fact's next showing; nothing where no form of the mode suits. */
export async function makeItem(tx: Transaction, day: CardDay, mode: StudyMode, factId: string, known: CardFact, asked: readonly Asked[]): Promise<Item | undefined> {
  const { bases, learner, today } = day;
  const [base, fact] = [bases.of(factId), bases.fact(factId)];
  if (!fact) return undefined;
  const { seed, isProbe } = turnOf(learner.id, factId, asked, known);
  const quarantined = await quarantinedIn(tx, fact.id);
  const recall = known.state ? recallOn(known.state, today, calibrationOf(learner), ruleOf(learner).engine) : published.knownBefore;
  const foretold = ({ type, way }: FormKind) => forecast(recall, evidenceForm(type, way === "choose" ? usualOptions : undefined), published).right;
  const inMode = forms.filter(({ type }) => fitsMode(type, mode));
  const context = { stabilityDays: known.state?.stabilityDays ?? null, recall, recent: asked, foretold, isLeech: isLeech(known.state), isProbe };
  const chooseBy = (by: number) => {
    const make = (form: (typeof forms)[number], isAll: boolean) =>
      itemsToPut(base, fact.id, { seed: by, forms: [form], isBrief: !isAll }).filter(({ id }) => !quarantined.has(id));
    return chooseItem(inMode, make, { ...context, random: seededRandom(by) });
  };
  const isRepeated = (item: Item | undefined) => item !== undefined && item.template === asked[0]?.template;
  const item = chooseBy(seed);
  for (let further = 1; isRepeated(item) && further <= furtherSeeds; further++) {
    const other = chooseBy(hashText(`${seed}:${further}`));
    if (other && !isRepeated(other)) return other;
  }
  return item;
}
