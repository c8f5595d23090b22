import { areApart, placeOf } from "@/lib/drawings/places";
import type { FactBase } from "@/lib/facts/fact-base";
import { renderValue } from "@/lib/facts/render";
import { soleAnswer } from "@/lib/facts/sole-answer";
import type { EntityId } from "@/lib/shared/ids";
import { err, ok, type Result } from "@/lib/shared/result";
import { entityDistractor, type Choice } from "../choice";
import { rivalLists } from "../entity-rivals";
import type { Draft, Form, FormRequest } from "../form";
import type { Figure, Option } from "../item";
import type { NoItemCode } from "../no-item";
import { peersOf } from "../peers";
import { chooseAmongPictured } from "../pictured-choice";
import { keepsBack, type Stem } from "../wording";

const markedStems = ["Which of these places is marked on the map?", "The map has one mark. Which of these places is it?"];

/** Degrees between two named marks, so that they are two on the map, and between a mark and a place that it might be taken for. */
const betweenMarks = 1.5;
const fromMark = 3;

const inWords = (base: FactBase, { latitude, longitude }: { latitude: number; longitude: number }) =>
  renderValue(base, { kind: "coordinates", latitude: Math.round(latitude * 10) / 10, longitude: Math.round(longitude * 10) / 10 });

/** Lists of candidates, best first, with the degrees by which all places must be apart. */
type Rivals = { lists: readonly (readonly EntityId[])[]; degrees: number };

function choosePlaces({ question, random }: FormRequest, { lists, degrees }: Rivals, stem: Stem): Result<Choice, NoItemCode> {
  const { base } = question;
  const options = new Map<EntityId, Option | undefined>();
  const toOption = (id: EntityId) => {
    if (!options.has(id)) options.set(id, entityDistractor(question, id));
    return options.get(id);
  };
  const mayStand = (a: EntityId, b: EntityId) => areApart(placeOf(base, a)!.place, placeOf(base, b)!.place, degrees);
  const draw = random(String(stem.wording));
  const choices = lists.map((list) => chooseAmongPictured(question, { candidates: list.filter((id) => placeOf(base, id)), toOption, areApart: mayStand }, draw));
  const most = Math.max(...choices.map((choice) => (choice.ok ? choice.value.options.length : 0)));
  return choices.find((choice) => choice.ok && choice.value.options.length === most) ?? choices.at(-1)!;
}

type Drawn = Pick<Draft, "figure" | "described" | "alsoTold">;

/** A draft for each stem that keeps the key back, with what is drawn for its options. */
function draftEach(request: FormRequest, stems: readonly Stem[], rivals: Rivals, draw: (options: Option[]) => Drawn): Result<Draft[], NoItemCode> {
  const drafts: Draft[] = [];
  for (const stem of stems) {
    const choice = choosePlaces(request, rivals, stem);
    if (!choice.ok) return choice;
    const { options, key, difficulty } = choice.value;
    const others = options.filter((_, i) => i !== key).map(({ text }) => text);
    if (!keepsBack(stem.text, request.question.answer.text, { others })) continue;
    drafts.push({ variant: stem.wording, stem: stem.text, template: stem.template, options, key: [key], difficulty, ...draw(options) });
  }
  return drafts.length > 0 ? ok(drafts) : err("told-by-wording");
}

function drawOptions(base: FactBase, options: readonly Option[]): Drawn {
  const places = options.map(({ text, entity }) => ({ label: text, ...placeOf(base, entity!)! }));
  const figure: Figure = { kind: "map", points: places.map(({ place, label }) => ({ ...place, label })) };
  const described = `On the map: ${places.map(({ label, place }) => `${label} at ${inWords(base, place)}`).join("; ")}.`;
  return { figure, described, alsoTold: places.map(({ fact }) => fact) };
}

/** "From where …?" with the places on the map. */
function askForPlace(request: FormRequest): Result<Draft[], NoItemCode> {
  const { question, stems } = request;
  const { base, answer } = question;
  if (answer.entity === undefined || !placeOf(base, answer.entity)) return err("not-place");
  const worded = stems();
  if (!worded.ok) return worded;
  return draftEach(request, worded.value, { lists: rivalLists(question), degrees: betweenMarks }, (options) => drawOptions(base, options));
}

/** A mark on the map: which place is it? */
function askForMark(request: FormRequest): Result<Draft[], NoItemCode> {
  const { question, locale } = request;
  const { base, fact } = question;
  const marked = placeOf(base, fact.subject);
  if (fact.value.kind !== "coordinates" || marked?.fact !== fact.id) return err("not-coordinates");
  if (locale !== "en") return err("no-wording");
  if (!soleAnswer(base, fact).ok) return err("shared-value");
  const stems = markedStems.map((text, i): Stem => ({ text, template: `map/inverse/${i + 1}`, wording: i + 1 }));
  const rivals = { lists: [peersOf(question).map(({ subject }) => subject)], degrees: fromMark };
  const figure: Figure = { kind: "map", points: [marked.place] };
  const described = `The mark on the map is at ${inWords(base, marked.place)}.`;
  return draftEach(request, stems, rivals, () => ({ figure, described }));
}

/** Places on a map: where something was launched from, or which place a mark is. */
export const map: Form = {
  name: "map",
  type: "map",
  way: "choose",
  directions: ["forward", "inverse"],
  make: (request) => (request.question.direction === "forward" ? askForPlace(request) : askForMark(request)),
};
