import { useTranslations } from "next-intl";
import Link from "next/link";
import { unbroken } from "@/components/ui/unbroken";
import type { ShownGroup } from "./fact-list";

const shownAtOnce = 12;

/** Other subjects whose facts name this one, by what they say of it. */
export function MentionList({ groups }: { groups: readonly ShownGroup[] }) {
  return (
    <div className="flex flex-col gap-6">
      {groups.map(({ predicate, label, facts }) => (
        <div key={predicate} className="flex flex-col gap-2">
          <h3 className="text-16 tracking-normal text-muted">{label}</h3>
          <Names facts={facts.slice(0, shownAtOnce)} />
          {facts.length > shownAtOnce && <More facts={facts.slice(shownAtOnce)} />}
        </div>
      ))}
    </div>
  );
}

function More({ facts }: { facts: ShownGroup["facts"] }) {
  const t = useTranslations("explore.entity");
  return (
    <details>
      <summary className="min-h-11 content-center text-14 text-muted">{t("more", { count: facts.length })}</summary>
      <Names facts={facts} />
    </details>
  );
}

function Names({ facts }: { facts: ShownGroup["facts"] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {facts.map((fact) => (
        <li key={fact.id}>
          <Link href={`/explore/${fact.link?.id ?? ""}`} prefetch={false} className="link inline-flex min-h-8 items-center">
            {unbroken(fact.text)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
