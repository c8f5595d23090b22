import Link from "next/link";
import type { NamedEntity } from "./filter-entities";

export function EntityList({ entities }: { entities: readonly NamedEntity[] }) {
  return (
    <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
      {entities.map((entity) => (
        <li key={entity.id} className="border-b border-line">
          <Link href={`/explore/${entity.id}`} prefetch={false} className="flex min-h-12 flex-wrap items-baseline gap-x-2 py-2.5 hover:text-accent">
            <span>{entity.name}</span>
            {entity.zh && (
              <span lang="zh-Hans" className="text-14 text-muted">
                {entity.zh}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
