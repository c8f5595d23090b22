const degrees = /\s*(?:°|degrees?|deg\.?|度)\s*$/iu;
const directions: [RegExp, string][] = [
  [/^东经|(?<!\p{L})e\.?$|east\.?$/iu, ""],
  [/^西经|(?<!\p{L})w\.?$|west\.?$/iu, "-"],
];

/** A longitude with its direction as a sign, as the facts have it: east is positive. A text without a direction stays. Expects simplified characters. */
export function withSign(text: string): string {
  const typed = text.normalize("NFKC").replace(/longitude\s*$/iu, "").trim();
  const found = directions.find(([direction]) => direction.test(typed));
  return found ? found[1] + typed.replace(found[0], "").trim().replace(degrees, "") : typed;
}
