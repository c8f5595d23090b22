import { useTranslations } from "next-intl";
import Link from "next/link";

type EntityHeadingProps = {
  entity: {
    name: string;
    zh?: string;
    pinyin?: string;
    aliases: string[];
    type: string;
    typeLabel: string;
    confusedWith: { id: string; name: string }[];
  };
};

export function EntityHeading({ entity }: EntityHeadingProps) {
  const t = useTranslations("explore");
  return (
    <header className="flex flex-col gap-2">
      <p className="text-14">
        <Link href={{ pathname: "/explore", query: { type: entity.type } }} className="link">
          {entity.typeLabel}
        </Link>
      </p>
      <h1 className="text-28 sm:text-36">{entity.name}</h1>
      {(entity.zh || entity.pinyin) && (
        <p className="flex flex-wrap items-baseline gap-x-3 text-18">
          {entity.zh && <span lang="zh-Hans">{entity.zh}</span>}
          {entity.pinyin && (
            <span lang="zh-Latn-pinyin" className="text-muted">
              {entity.pinyin}
            </span>
          )}
        </p>
      )}
      {entity.aliases.length > 0 && <p className="text-muted">{t("entity.aliases", { names: entity.aliases.join(", ") })}</p>}
      {entity.confusedWith.length > 0 && (
        <p className="text-muted">
          {t("entity.notToBeConfusedWith")}{" "}
          {entity.confusedWith.map((other, index) => (
            <span key={other.id}>
              {index > 0 && ", "}
              <Link href={`/explore/${other.id}`} prefetch={false} className="link">
                {other.name}
              </Link>
            </span>
          ))}
        </p>
      )}
    </header>
  );
}
