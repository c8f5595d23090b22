import { quizLengths, quizSetupSchema, usualSetup, type QuizScope, type QuizSetup, type QuizTimer } from "./quiz-setup";

/** Parameters of an address as Next gives them. */
export type AddressParameters = Readonly<Record<string, string | string[] | undefined>>;

type Query = Record<string, string>;

function scopeQuery(scope: QuizScope): Query {
  switch (scope.kind) {
    case "all": return {};
    case "mistakes": return { what: "mistakes" };
    case "topics": return { topics: scope.topics.join(",") };
    case "entity": return { entity: scope.id };
    case "set": return { set: scope.id };
  }
}

function timerQuery(timer: QuizTimer): Query {
  if (timer.kind === "none") return { time: "none" };
  if (timer.kind === "question") return { each: String(timer.seconds) };
  return timer.seconds % 60 === 0 ? { minutes: String(timer.seconds / 60) } : { seconds: String(timer.seconds) };
}

function otherQuery({ count, difficulty, forms, layout, isLockIn, marking }: Partial<QuizSetup>): Query {
  return {
    ...(count !== undefined && count !== usualSetup.count && { count: String(count) }),
    ...(difficulty && difficulty !== usualSetup.difficulty && { difficulty }),
    ...(forms && { forms: forms.join(",") }),
    ...(layout && layout !== usualSetup.layout && { layout }),
    ...(isLockIn && { lock: "yes" }),
    ...(marking && marking !== usualSetup.marking && { marking }),
  };
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The address of the page where a quiz is set up, with what is chosen already; what is as usual is left out. */
export function quizAddress(setup: Partial<QuizSetup>): "/quiz" | `/quiz?${string}` {
  const timer = setup.timer && !isSame(setup.timer, usualSetup.timer) ? timerQuery(setup.timer) : {};
  const text = new URLSearchParams({ ...(setup.scope && scopeQuery(setup.scope)), ...timer, ...otherQuery(setup) }).toString();
  return text === "" ? "/quiz" : `/quiz?${text}`;
}

type Said = (name: string) => string | undefined;

function scopeSaid(said: Said): unknown {
  const [topics, entity, set] = [said("topics"), said("entity"), said("set")];
  if (topics !== undefined) return { kind: "topics", topics: topics.split(",") };
  if (entity !== undefined) return { kind: "entity", id: entity };
  if (set !== undefined) return { kind: "set", id: set };
  return said("what") === "mistakes" ? { kind: "mistakes" } : undefined;
}

/** Whole numbers as a person writes them: "1e3" and "0x10" are none. */
const numberOf = (text: string) => (/^\d{1,5}$/.test(text) ? Number(text) : NaN);

function timerSaid(said: Said): unknown {
  const [minutes, seconds, each] = [said("minutes"), said("seconds"), said("each")];
  if (minutes !== undefined) return { kind: "paper", seconds: numberOf(minutes) * 60 };
  if (seconds !== undefined) return { kind: "paper", seconds: numberOf(seconds) };
  if (each !== undefined) return { kind: "question", seconds: numberOf(each) };
  return said("time") === "none" ? { kind: "none" } : undefined;
}

/** A number outside the limits is brought to the nearest: "100 questions" of a link is meant as "as many as there may be". */
function countSaid(said: Said): number | undefined {
  const count = said("count");
  return count === undefined ? undefined : Math.min(quizLengths.most, Math.max(quizLengths.least, numberOf(count)));
}

/** What an address chooses. Each part that it does not name, or that makes no sense, is as usual. */
export function quizSetupOf(parameters: AddressParameters): QuizSetup {
  const said: Said = (name) => {
    const value = parameters[name];
    return typeof value === "string" ? value : undefined;
  };
  const { shape } = quizSetupSchema;
  const lock = said("lock");
  const asked = {
    scope: scopeSaid(said),
    count: countSaid(said),
    difficulty: said("difficulty"),
    forms: said("forms")?.split(","),
    timer: timerSaid(said),
    layout: said("layout"),
    isLockIn: lock === undefined ? undefined : lock === "yes",
    marking: said("marking"),
  };
  const isSense = ([name, value]: [string, unknown]) => shape[name as keyof QuizSetup].safeParse(value).success;
  return quizSetupSchema.parse({ ...usualSetup, ...Object.fromEntries(Object.entries(asked).filter(isSense)) });
}
