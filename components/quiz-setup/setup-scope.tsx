import { useTranslations } from "next-intl";
import { useId } from "react";
import { ChooseMore } from "@/components/study/choose-more";
import { ChooseGroup, ChooseOption } from "@/components/study/choose-option";
import type { QuizScope } from "@/lib/quiz/quiz-setup";

type Choice = { id: string; name: string; facts: number };

/** `entity`: what the subject of an address is called. */
export type ScopeChoices = { topics: readonly Choice[]; sets: readonly Choice[]; mistakes: number; entity: string | null };

type SetupScopeProps = { chosen: QuizScope; choices: ScopeChoices; hasFault: boolean };

/** What the questions are about. */
export function SetupScope({ chosen, choices: { topics, sets, mistakes, entity }, hasFault }: SetupScopeProps) {
  const t = useTranslations("quizSetup");
  const faultId = useId();
  const what = "id" in chosen ? `${chosen.kind}:${chosen.id}` : chosen.kind;
  const row = (value: string, label: string, note?: string) => <ChooseOption key={value} name="what" value={value} label={label} note={note} isChosen={value === what} />;
  return (
    <ChooseGroup legend={t("what.label")}>
      {entity !== null && row(what, entity, t("what.entity"))}
      {row("all", t("what.all"))}
      {(mistakes > 0 || what === "mistakes") && row("mistakes", t("what.mistakes"), t("what.mistakesNote", { count: mistakes }))}
      {sets.length > 0 && (
        <ChooseMore label={t("what.sets")} count={sets.length} isOpen={chosen.kind === "set" || sets.length < 4}>
          {sets.map(({ id, name, facts }) => row(`set:${id}`, name, t("facts", { facts })))}
        </ChooseMore>
      )}
      <div className="group/topics flex flex-col gap-1">
        {row("topics", t("what.topics"))}
        <fieldset aria-describedby={hasFault ? faultId : undefined} className="hidden min-w-0 flex-col gap-1 group-has-[input[value=topics]:checked]/topics:flex">
          <legend className="sr-only">{t("what.topics")}</legend>
          <p id={faultId} role="alert" className="px-3 text-14 font-medium text-wrong empty:hidden">
            {hasFault ? t("fault.topics") : null}
          </p>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,18rem),1fr))] gap-x-4 sm:pl-8">
            {topics.map(({ id, name, facts }, i) => (
              <label key={id} className="flex min-h-11 items-center gap-3 rounded-control px-3 hover:bg-sunken has-checked:bg-sunken">
                <input
                  type="checkbox"
                  name="topics"
                  value={id}
                  defaultChecked={chosen.kind === "topics" && chosen.topics.includes(id)}
                  aria-invalid={(hasFault && i === 0) || undefined}
                  className="size-5 shrink-0 accent-ink"
                />
                <span className="flex grow flex-wrap items-baseline justify-between gap-x-3">
                  <span>{name}</span>
                  <span className="text-14 text-muted tabular-nums">{t("facts", { facts })}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      </div>
    </ChooseGroup>
  );
}
