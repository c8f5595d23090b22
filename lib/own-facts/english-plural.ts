const irregular = new Map([
  ["person", "people"], ["man", "men"], ["woman", "women"], ["child", "children"], ["foot", "feet"], ["phenomenon", "phenomena"], ["criterion", "criteria"], ["axis", "axes"],
]);
const invariant = /(?:craft|series|species|means|aircraft|sheep|fish)$/i;
const singulars = new Map([...irregular].map(([one, many]) => [many, one]));

function pluralOfWord(word: string): string {
  const known = irregular.get(word.toLowerCase());
  if (known) return known;
  if (invariant.test(word) || !/\p{Script=Latin}$/u.test(word)) return word;
  if (/[^aeiou]y$/i.test(word)) return word.replace(/y$/i, "ies");
  return /(?:s|x|z|ch|sh)$/i.test(word) ? `${word}es` : `${word}s`;
}

function singularOfWord(word: string): string {
  const known = singulars.get(word.toLowerCase());
  if (known) return known;
  if (invariant.test(word)) return word;
  if (/[^aeiou]ies$/i.test(word)) return word.replace(/ies$/i, "y");
  if (/(?:ss|x|z|ch|sh)es$/i.test(word)) return word.slice(0, -2);
  return /(?:ss|us|is)$/i.test(word) ? word : word.replace(/s$/i, "");
}

/** What is counted in a noun phrase: the word before the first preposition, else the last ("city in China", "launch site"). */
const counted = /^(.*?)(\S+)((?:\s+(?:of|in|on|from|for|with|at|by|to)\s.*)?)$/iu;

const changed = (phrase: string, change: (word: string) => string) => phrase.replace(counted, (_, before: string, word: string, after: string) => before + change(word) + after);

/** The phrase for one thing and for many, from either; by rule of thumb, a phrase in another script stays as it is. */
export function oneAndMany(phrase: string): { one: string; many: string } {
  const one = changed(phrase, singularOfWord);
  return { one, many: changed(one, pluralOfWord) };
}
