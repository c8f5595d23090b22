import { useTranslations } from "next-intl";
import { useId } from "react";
import { StaticMarkup } from "@/components/ui/static-markup";
import { MasteryDrawing, type SubjectMap } from "./mastery-drawing";
import { MasteryList } from "./mastery-list";

/** The graph of what the facts are about as a drawing, where there is room for it, and as a list. */
export function MasteryMap({ map, hasOwnFacts }: { map: SubjectMap; hasOwnFacts: boolean }) {
  const t = useTranslations("progressNow.map");
  const titleId = useId();
  const subjects = map.islands.flatMap(({ entities }) => entities);
  if (subjects.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-4 rounded-control border border-line bg-surface p-5">
      <div className="flex flex-col gap-1">
        <h3 id={titleId} className="text-18">
          {t("title")}
        </h3>
        <p className="max-w-measure text-muted">{t("summary", { begun: subjects.filter(({ begun }) => begun > 0).length, all: subjects.length })}</p>
        {hasOwnFacts && <p className="max-w-measure text-14 text-muted">{t("own")}</p>}
      </div>
      <div className="hidden lg:block print:block" aria-hidden>
        <MasteryDrawing map={map} />
        <p className="max-w-measure pt-2 text-14 text-muted">{t("key")}</p>
      </div>
      <StaticMarkup>
        <MasteryList islands={map.islands} />
      </StaticMarkup>
    </section>
  );
}
