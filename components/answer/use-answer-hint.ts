"use client";

import { useTranslations } from "next-intl";
import type { StudyCard } from "@/lib/questions/study-card";

/** What a typed answer should look like, in words. */
export function useAnswerHint(asks: StudyCard["asks"]): string {
  const t = useTranslations("study.hint");
  if (asks.kind === "date") return t(asks.precision);
  if (asks.kind === "number") return asks.unit ? t("numberWithUnit", { unit: asks.unit }) : t("number");
  return t(asks.kind);
}
