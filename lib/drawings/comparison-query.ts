import { z } from "zod";

/** More rockets than this cannot be taken in at once. */
export const mostCompared = 12;

const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
const querySchema = z.union([z.string(), z.array(z.string()).max(100)]).transform((given) => [given].flat().join(",").slice(0, 2000));

export type Chosen = { ids: string[]; isCut: boolean };

/** The ids that an address asks for (`?with=a,b` or `?with=a&with=b`), each once, in their order and at most `mostCompared`; what is no id is left out. */
export function readChosen(given: unknown): Chosen {
  const text = querySchema.safeParse(given);
  if (!text.success) return { ids: [], isCut: false };
  const ids = text.data.split(",").map((part) => part.trim()).filter((part) => idSchema.safeParse(part).success);
  const distinct = [...new Set(ids)];
  return { ids: distinct.slice(0, mostCompared), isCut: distinct.length > mostCompared };
}
