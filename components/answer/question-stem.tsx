import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { unbroken } from "@/components/ui/unbroken";

const gap = /_{3,}/;

/** A full stop or colon stays on the line of the gap before it. */
const marksFirst = /^([^\s\p{L}\p{N}]*)(.*)$/su;

const numberedName = /(\S*\p{L}-\d\S*)/u;

/** "BeiDou-1" stays on one line, where a hyphen would let it break. */
const withNames = (text: string) =>
  text.split(numberedName).map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      <span key={i} className="whitespace-nowrap">
        {part}
      </span>
    ),
  );

/** The question; a gap to fill is drawn as a line and read out as a word. */
export function QuestionStem({ stem }: { stem: string }) {
  const t = useTranslations("study");
  const [first, ...others] = unbroken(stem).split(gap);
  return (
    <>
      {withNames(first!)}
      {others.map((part, i) => {
        const [, marks, rest] = marksFirst.exec(part)!;
        return (
          <Fragment key={i}>
            <span className="whitespace-nowrap">
              <span className="mx-0.5 inline-block min-w-24 border-b-2 border-current">
                <span className="sr-only">{t("gap")}</span>
                {"\u00a0"}
              </span>
              {marks}
            </span>
            {withNames(rest!)}
          </Fragment>
        );
      })}
    </>
  );
}
