import { useTranslations } from "next-intl";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { formatScope, studyModes, type StudyMode, type StudyScope } from "@/lib/questions/study-request";
import { ChooseLength } from "./choose-length";
import { ChooseMore } from "./choose-more";
import { ChooseGroup, ChooseOption } from "./choose-option";

type Counts = { facts: number; begun: number; due: number };

type ChooseFormProps = {
  choices: { due: number; fresh: number; begun: number; mistakes: number };
  topics: (Counts & { id: string; name: string })[];
  sets: (Counts & { id: string; name: string })[];
  chosen: { scope: StudyScope; mode: StudyMode };
  /** What a scope that the form has no row for is called. */
  other: string | null;
};

/** What, how and how long. A form of the browser's own: it needs no script. */
export function ChooseForm({ choices, topics, sets, chosen, other }: ChooseFormProps) {
  const t = useTranslations("choose");
  const what = formatScope(chosen.scope);
  const row = (value: string, label: string, note?: string) => <ChooseOption key={value} name="what" value={value} label={label} note={note} isChosen={value === what} />;
  const noteOf = ({ facts, begun, due }: Counts) =>
    [due > 0 && t("due", { due }), begun > 0 && t("begun", { begun }), t("counts", { facts })].filter(Boolean).join(" · ");
  return (
    <form action="/study/choose/begin" className="flex flex-col gap-8">
      <ChooseGroup legend={t("what.label")}>
        {other !== null && row(what, other, t("what.entity"))}
        {row("due", t("what.due"), t("what.dueNote", choices))}
        {choices.begun > 0 && row("weak", t("what.weak"), t("what.weakNote"))}
        {choices.begun > 0 && row("mistakes", t("what.mistakes"), t("what.mistakesNote", { count: choices.mistakes }))}
        {sets.length > 0 && (
          <ChooseMore label={t("sets")} count={sets.length} isOpen={chosen.scope.kind === "set" || sets.length < 4}>
            {sets.map((set) => row(`set:${set.id}`, set.name, noteOf(set)))}
          </ChooseMore>
        )}
        <ChooseMore label={t("topics")} count={topics.length} isOpen={chosen.scope.kind === "topic"}>
          {topics.map((topic) => row(`topic:${topic.id}`, topic.name, noteOf(topic)))}
        </ChooseMore>
        <Link href="/sets/new" className="link inline-flex min-h-11 items-center self-start px-3">
          {t("makeSet")}
        </Link>
      </ChooseGroup>
      <ChooseGroup legend={t("how.label")}>
        {studyModes.map((mode) => (
          <ChooseOption key={mode} name="how" value={mode} label={t(`how.${mode}`)} note={t(`how.${mode}Note`)} isChosen={mode === chosen.mode} />
        ))}
      </ChooseGroup>
      <ChooseGroup legend={t("long.label")}>
        <ChooseLength chosen="all" />
      </ChooseGroup>
      <Button type="submit" look="primary" className="min-h-13 self-stretch text-18 sm:self-start sm:px-10">
        {t("start")}
      </Button>
    </form>
  );
}
