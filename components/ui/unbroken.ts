const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const dayBeforeMonth = new RegExp(`(?<=\\b\\d{1,2}) (?=(?:${months})\\b)`, "g");

/** Keeps what belongs to a number on its line: "Shenzhou 5" and "24 April 1970" are read in one piece. */
export const unbroken = (text: string) => text.replace(/(?<=\p{L}) (?=\d)/gu, "\u00a0").replace(dayBeforeMonth, "\u00a0");
