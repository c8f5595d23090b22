/**
 * The function with its last results kept, by text: at least the last `most` of them, never more than twice as many. For texts
 * without end, such as stems; what is asked for again and again stays. Results are shared, so nobody may change them.
 */
export function rememberByText<T extends NonNullable<unknown>>(most: number, make: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const result = older.get(text) ?? make(text);
    if (recent.size >= most) [older, recent] = [recent, new Map()];
    recent.set(text, result);
    return result;
  };
}
