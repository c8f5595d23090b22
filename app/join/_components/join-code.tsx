import { getTranslations } from "next-intl/server";
import { ClassCodeField } from "@/components/classroom/class-code-field";

/** Asks for a code, once more where the one before opened no class. */
export async function JoinCode({ typed, problem }: { typed?: string; problem?: "wrong" | "tooMany" }) {
  const t = await getTranslations("join");
  return (
    <div className="mx-auto flex max-w-form flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1 className="text-28">{t("title")}</h1>
        <p className="text-muted">{t("lead")}</p>
      </div>
      <ClassCodeField label={t("code")} hint={t("codeHint")} goOn={t("goOn")} look="primary" code={typed} error={problem && t(problem)} />
    </div>
  );
}
