const below20 =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const ordinalsBelow20 =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(" ");
const tensWords = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const ones = new Map([...below20, ...ordinalsBelow20].map((word, i) => [word, i % 20]));
const tens = new Map(tensWords.flatMap((word, i) => [[word, (i + 2) * 10], [word.replace(/y$/, "ieth"), (i + 2) * 10]]));

/** A number and the position after its words. */
type Said = { value: number; end: number };

type Words = readonly string[];

const isHundred = (word: string | undefined) => word === "hundred" || word === "hundredth";
const isThousand = (word: string | undefined) => word === "thousand" || word === "thousandth";

function readBelow100(words: Words, at: number): Said | null {
  const ten = tens.get(words[at] ?? "");
  const one = ones.get(words[ten === undefined ? at : at + 1] ?? "");
  if (ten === undefined) return one === undefined ? null : { value: one, end: at + 1 };
  return one !== undefined && one > 0 && one < 10 ? { value: ten + one, end: at + 2 } : { value: ten, end: at + 1 };
}

/** What follows a hundred or a thousand, with or without "and"; that itself where no number follows. */
function readRest(words: Words, said: Said, read: (words: Words, at: number) => Said | null): Said {
  const rest = read(words, words[said.end] === "and" ? said.end + 1 : said.end);
  return rest && rest.value > 0 ? { value: said.value + rest.value, end: rest.end } : said;
}

function readBelow1000(words: Words, at: number): Said | null {
  const first = readBelow100(words, at) ?? (isHundred(words[at]) ? { value: 1, end: at } : null);
  if (!first || !isHundred(words[first.end])) return first;
  return readRest(words, { value: first.value * 100, end: first.end + 1 }, readBelow100);
}

/** The number that English words say from `start` on (five, twenty-one, hundredth, two thousand three hundred and fifty), and how many words it takes; null where there is none. */
export function parseEnglishNumber(words: Words, start: number): { value: number; length: number } | null {
  const first = readBelow1000(words, start) ?? (isThousand(words[start]) ? { value: 1, end: start } : null);
  if (!first) return null;
  const said = isThousand(words[first.end]) ? readRest(words, { value: first.value * 1000, end: first.end + 1 }, readBelow1000) : first;
  return { value: said.value, length: said.end - start };
}
