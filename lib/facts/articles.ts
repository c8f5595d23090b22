/** Letters whose names begin with a vowel sound: "an FB-1", "an SZ-5". */
const vowelNamedLetters = "AEFHILMNORSX";

/** "a" or "an" as the text that follows is spoken: by the letter's name before codes, else by a rule of thumb on the spelling. */
export function indefiniteArticle(next: string): "a" | "an" {
  if (/^[A-Z](?:[A-Z\d]|-\d)/.test(next)) return vowelNamedLetters.includes(next[0]!) ? "an" : "a";
  if (/^(?:8|11\b|18\b)/.test(next)) return "an";
  if (/^(?:uni(?!n)|use|usu|eu|one\b)/i.test(next)) return "a";
  return /^(?:[aeiou]|hour|honou?r)/i.test(next) ? "an" : "a";
}

/**
 * Joins a filled-in word to the text before it so that the articles agree: "a" or "an" before it follows its sound,
 * the word's own "the" goes after an article or possessive that is already there, and a "the" before a possessive such as "China's" goes.
 */
export function joinWithArticle(before: string, word: string): string {
  const article = /(^|[\s("])(an?|the|its|his|her|their)(\s+)$/i.exec(before);
  if (!article) return before + word;
  const bare = word.replace(/^the /i, "");
  if (/^the$/i.test(article[2]!) && /^(?:the )?[A-Za-z]+['’]s$/.test(word)) return before.slice(0, article.index) + article[1]! + word;
  if (!/^an?$/i.test(article[2]!)) return before + bare;
  const right = indefiniteArticle(bare);
  const cased = /^A/.test(article[2]!) ? right.replace("a", "A") : right;
  return before.slice(0, article.index) + article[1]! + cased + article[3]! + bare;
}

/** The text with its first letter as a capital. */
export const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
