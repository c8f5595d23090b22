/** Whether Postgres takes a text: it refuses the zero character, and half of a surrogate pair, which is no character. */
export const isStorable = (text: string): boolean => !/[\u0000\p{Surrogate}]/u.test(text);
