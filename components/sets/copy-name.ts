/** As many UTF-16 units as a set's name may have. */
const longest = 100;

/** A text as the name of a set; too long, it loses its end, and never half a sign. */
export function asSetName(text: string): string {
  let name = "";
  for (const sign of text) {
    if (name.length + sign.length > longest) break;
    name += sign;
  }
  return name;
}
