import { parseEdtf } from "./dates";
import type { FactBase } from "./fact-base";
import { unknownId, type Fault } from "./fault";
import type { Predicate, Wordings } from "./model";
import { templateMentions } from "./render";
import { placeholdersOf, templateFault } from "./templates";

/** Placeholders of wordings besides the names of qualifiers. */
const builtIn = ["subject", "value", "types", "scope", "asOf", "zone"];

type Checked = { base: FactBase; predicate: Predicate };

const fault = ({ predicate }: Checked, field: string, problem: string, mend: string): Fault => ({
  at: { kind: "predicate", id: predicate.id, field },
  problem,
  mend,
});

function checkTypes(checked: Checked): Fault[] {
  const { base, predicate } = checked;
  const fields = [["domain", predicate.domain], ["range", predicate.range]] as const;
  const faults = fields.flatMap(([field, types]) =>
    types.filter((type) => !base.types.has(type)).map((type) => unknownId({ kind: "predicate", id: predicate.id, field }, "type", type, base.types.keys())),
  );
  const takesEntities = predicate.valueKind === "entity";
  if (predicate.domain.length === 0) faults.push(fault(checked, "domain", "No type is named that it can be said of.", "Name at least one type."));
  if (takesEntities && predicate.range.length === 0) faults.push(fault(checked, "range", "Its values are entities of no type.", "Name at least one type."));
  if (!takesEntities && predicate.range.length > 0) {
    faults.push(fault(checked, "range", `Its values are of kind "${predicate.valueKind}", which has no types.`, "Leave the range out, or make the values entities."));
  }
  return faults;
}

function checkInverse(checked: Checked): Fault[] {
  const { base, predicate } = checked;
  if (predicate.inverse === undefined) return [];
  const inverse = base.predicates.get(predicate.inverse);
  if (!inverse) return [unknownId({ kind: "predicate", id: predicate.id, field: "inverse" }, "predicate", predicate.inverse, base.predicates.keys())];
  if (inverse.inverse !== predicate.id) {
    return [fault(checked, "inverse", `"${inverse.id}" does not name it as its inverse in turn.`, `Write "inverse: ${predicate.id}" at "${inverse.id}", or take this one away.`)];
  }
  if (predicate.valueKind !== "entity") return [fault(checked, "inverse", "Only a predicate whose values are entities has an inverse.", "Take the inverse away.")];
  if (predicate.functional === inverse.inverseFunctional) return [];
  const [one, other] = [predicate.functional, inverse.inverseFunctional].map((flag) => (flag ? "is" : "is not"));
  return [fault(checked, "inverse", `It ${one} functional, but its inverse ${other} inverse-functional.`, "These two flags say the same thing: set both or neither.")];
}

function checkNumbers(checked: Checked): Fault[] {
  const { base, predicate } = checked;
  const faults: Fault[] = [];
  const { unit, feasible, tolerance } = predicate;
  if (unit !== undefined && !base.units.has(unit)) faults.push(unknownId({ kind: "predicate", id: predicate.id, field: "unit" }, "unit", unit, base.units.keys()));
  if (unit !== undefined && predicate.valueKind !== "quantity") faults.push(fault(checked, "unit", "Only quantities have a unit.", "Take the unit away."));
  if (feasible?.min !== undefined && feasible.max !== undefined && feasible.min > feasible.max) {
    faults.push(fault(checked, "feasible", `The smallest amount (${feasible.min}) is above the largest (${feasible.max}).`, "Exchange the two."));
  }
  if (!(tolerance >= 0 && tolerance < 1)) faults.push(fault(checked, "tolerance", `The tolerance is ${tolerance}.`, "Give it as a part of the amount: 0 is exact, 0.05 is five per cent."));
  return faults;
}

function checkFeasibleDates(checked: Checked): Fault[] {
  const { from, to } = checked.predicate.feasible ?? {};
  const given = [from, to].filter((edtf) => edtf !== undefined);
  if (given.length > 0 && checked.predicate.valueKind !== "date") return [fault(checked, "feasible", "Only dates lie from one day to another.", "Use min and max for amounts.")];
  const wrong = given.find((edtf) => !parseEdtf(edtf).ok);
  if (wrong !== undefined) return [fault(checked, "feasible", `"${wrong}" is not a date.`, "Write 1970-01-01, 1970-01 or 1970.")];
  return from !== undefined && to !== undefined && from > to ? [fault(checked, "feasible", `It begins (${from}) after it ends (${to}).`, "Exchange the two.")] : [];
}

function checkCompleteness(checked: Checked): Fault[] {
  const { base, predicate } = checked;
  if (!predicate.complete) return [];
  const { asOf, source } = predicate.complete;
  const at = { kind: "predicate", id: predicate.id, field: "complete" } as const;
  return [
    ...(base.sources.has(source) ? [] : [unknownId(at, "source", source, base.sources.keys())]),
    ...(parseEdtf(asOf).ok ? [] : [fault(checked, "complete", `"${asOf}" is not a date.`, "Write 2026-05-24, 2026-05 or 2026.")]),
  ];
}

/** What a wording of each use has to mention, and what it must keep back. */
const uses = {
  statement: { needs: ["subject", "value"], hides: [] },
  forward: { needs: ["subject"], hides: ["value"] },
  inverse: { needs: ["value"], hides: ["subject"] },
  ofSeveral: { needs: [], hides: ["subject", "value"] },
} as const;

function checkWording(checked: Checked, name: string, use: keyof typeof uses, template: string): Fault[] {
  const { base } = checked;
  const field = `wording.${name}`;
  const broken = templateFault(template);
  if (broken) return [fault(checked, field, `"${template}" ${broken}.`, "Mend the wording; content/README.md shows how one is written.")];
  const known = [...builtIn, ...base.qualifiers.keys()];
  const mentioned = templateMentions(template);
  const faults = [...mentioned]
    .filter((placeholder) => !known.includes(placeholder))
    .map((placeholder) => {
      const { mend } = unknownId({ kind: "predicate", id: checked.predicate.id }, "placeholder", placeholder, known);
      return fault(checked, field, `"${template}" has the placeholder {${placeholder}}, which nothing fills.`, mend.replace(/declare/i, "declare the qualifier"));
    });
  const must = new Set(placeholdersOf(template).filter(({ isOptional }) => !isOptional).map(({ name }) => name));
  for (const name of uses[use].needs) {
    if (!must.has(name)) faults.push(fault(checked, field, `"${template}" does not say {${name}}.`, `Put {${name}} in, outside [[ ]].`));
  }
  for (const name of uses[use].hides) {
    if (mentioned.has(name)) faults.push(fault(checked, field, `"${template}" gives away {${name}}, which it asks for.`, `Take {${name}} out.`));
  }
  return faults;
}

/** The wordings of a predicate with the field they stand in and what they must say. */
function wordingsOf({ wording }: Predicate): [field: string, use: keyof typeof uses, wordings: Wordings][] {
  const { statement, compare } = wording;
  return [
    ["statement", "statement", { en: [statement.en], ...(statement.zh !== undefined && { zh: [statement.zh] }) }],
    ["restatements", "statement", wording.restatements],
    ["forward", "forward", wording.forward],
    ["all", "forward", wording.all],
    ["describeValue", "forward", wording.describeValue],
    ["inverse", "inverse", wording.inverse],
    ["allInverse", "inverse", wording.allInverse],
    ["describeSubject", "inverse", wording.describeSubject],
    ["compare", "ofSeveral", compare.most],
    ["compare", "ofSeveral", compare.least],
    ["order", "ofSeveral", wording.order],
    ["match", "ofSeveral", wording.match],
  ];
}

const checkWordings = (checked: Checked): Fault[] =>
  wordingsOf(checked.predicate).flatMap(([field, use, { en, zh = [] }]) => [...en, ...zh].flatMap((text) => checkWording(checked, field, use, text)));

/** Other predicates that it speaks of exist, and are of the kind that makes sense. */
function checkOthers({ base, predicate }: Checked): Fault[] {
  const { implies, impliesInverse, notBefore = [], counts, countsInverse } = predicate;
  const named = [
    ...implies.map((id) => ["implies", id] as const),
    ...impliesInverse.map((id) => ["impliesInverse", id] as const),
    ...notBefore.map((id) => ["notBefore", id] as const),
    ...(counts ? [["counts", counts] as const] : []),
    ...(countsInverse ? [["countsInverse", countsInverse] as const] : []),
  ];
  return named.flatMap(([field, id]) => {
    const other = base.predicates.get(id);
    if (!other) return [unknownId({ kind: "predicate", id: predicate.id, field }, "predicate", id, base.predicates.keys())];
    if (field !== "notBefore" || (other.valueKind === "date" && predicate.valueKind === "date")) return [];
    return [fault({ base, predicate }, field, `Only dates have an order in time, and one of "${predicate.id}" and "${id}" is none.`, "Take it out.")];
  });
}

/** Every predicate: types, inverse, unit and ranges known and consistent, completeness sourced and dated, wordings well formed. */
export function checkPredicates(base: FactBase): Fault[] {
  return base.content.predicates.flatMap((predicate) => {
    const checked = { base, predicate };
    return [checkTypes, checkInverse, checkNumbers, checkFeasibleDates, checkCompleteness, checkOthers, checkWordings].flatMap((check) => check(checked));
  });
}
