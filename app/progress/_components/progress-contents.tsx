import { getTranslations } from "next-intl/server";

/** Where the bands are on the page, in its order. */
export const bandIds = ["now", "learning", "trust", "coming", "weak"] as const;

/** The way to each question: with its pictures the page is long, on a phone above all. */
export async function ProgressContents() {
  const t = await getTranslations("progress.contents");
  return (
    <nav aria-label={t("label")} className="print:hidden">
      <ul className="-my-2 flex flex-wrap gap-x-5 text-14">
        {bandIds.map((id) => (
          <li key={id}>
            <a href={`#${id}`} className="link inline-flex min-h-11 items-center">
              {t(id)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
