import type { Route } from "next";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { ActButton } from "./act-button";
import type { ForClassSet } from "./set-actions";

type SetClassesProps = { setId: string; classes: readonly { id: string; name: string; isPublished: boolean }[]; publish: ForClassSet; withdraw: ForClassSet };

/** Each class that the maker of a set teaches, with whether it may use the set. */
export function SetClasses({ setId, classes, publish, withdraw }: SetClassesProps) {
  const t = useTranslations("sets");
  const faults = { failed: t("form.failed"), CONFLICT: t("classes.full"), NOT_FOUND: t("form.gone") };
  return (
    <ul className="flex flex-col">
      {classes.map(({ id, name, isPublished }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2">
          <span className="min-w-0">
            <Link href={`/classes/${id}/sets` as Route} prefetch={false} className="link wrap-anywhere">
              {name}
            </Link>
            <span className="ml-3 text-14 text-muted">{t(isPublished ? "classes.hasIt" : "classes.hasNot")}</span>
          </span>
          <ActButton
            label={t(isPublished ? "classes.takeBack" : "classes.give")}
            describedAs={t(isPublished ? "classes.takeBackFrom" : "classes.giveTo", { name })}
            act={isPublished ? withdraw : publish}
            input={{ classId: id, setId }}
            then={{}}
            faults={faults}
            look="quiet"
          />
        </li>
      ))}
    </ul>
  );
}
