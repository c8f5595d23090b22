import { useTranslations } from "next-intl";
import { MasteryBar } from "./mastery-bar";
import type { SubjectIsland } from "./mastery-drawing";
import { SubjectCounts } from "./subject-counts";

/** What the map shows, group by group. */
export function MasteryList({ islands }: { islands: readonly SubjectIsland[] }) {
  const t = useTranslations("progressNow");
  return (
    <ul className="flex flex-col">
      {islands.map(({ name, facts, begun, recalled, entities }) => (
        <li key={name} className="border-t border-line">
          <details>
            <summary className="min-h-12 py-3 marker:text-muted">
              <span className="inline-grid w-[calc(100%-1.5rem)] grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 gap-y-1 align-top sm:grid-cols-[minmax(0,18rem)_minmax(0,1fr)_auto]">
                <span>{t(`map.island.${name}`)}</span>
                <span className="col-span-2 row-start-2 sm:col-span-1 sm:row-auto">
                  <MasteryBar facts={facts} begun={begun} recalled={recalled} />
                </span>
                <span className="text-14 text-muted tabular-nums sm:min-w-28 sm:text-right">{t("bars.of", { recalled: Math.round(recalled), facts })}</span>
              </span>
            </summary>
            <div className="pb-4">
              <SubjectCounts subjects={entities} />
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
