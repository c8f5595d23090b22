import "server-only";
import { createHash } from "node:crypto";
import type { Content } from "@/lib/facts/model";

const sortKeys = (_key: string, value: unknown) =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** A short hash over all that the content says; the order of files, entries and keys does not change it. */
export function contentVersion(content: Content): string {
  const ordered = Object.values({ ...content, ambiguousAliases: undefined }).map((list) => list && [...list].sort(byId));
  const names = [...(content.ambiguousAliases ?? [])].sort();
  return createHash("sha256").update(JSON.stringify([ordered, names], sortKeys)).digest("hex").slice(0, 16);
}
