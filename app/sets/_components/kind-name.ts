import { getTranslations } from "next-intl/server";

const plain = ["date", "measure", "count", "text", "other"] as const;
const isPlain = (id: string): id is (typeof plain)[number] => (plain as readonly string[]).includes(id);

/** What a kind of fact is called: by the content for what asks for things of a type. */
export async function kindName(): Promise<(kind: { id: string; name: string | null }) => string> {
  const t = await getTranslations("sets.kinds");
  return ({ id, name }) => name ?? (isPlain(id) ? t(id) : id);
}
