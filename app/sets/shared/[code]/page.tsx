import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { SetContents } from "../../_components/set-contents";
import { copySharedSetAction } from "../../actions";
import { shareCodeSchema } from "../../schemas";
import { ActButton } from "@/components/sets/act-button";
import { asSetName } from "@/components/sets/copy-name";
import { LinkButton } from "@/components/ui/link-button";
import { clientAddress } from "@/lib/auth/address";
import { currentUser } from "@/lib/auth/current-user";
import { findSharedSet } from "@/lib/data/set-share";
import { AppError } from "@/lib/shared/app-error";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sets.shared");
  return { title: t("title"), robots: { index: false } };
}

/** Whoever asked too often is told so; for everybody else a link that opens nothing is none. */
function problemOf(error: unknown): null {
  if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
  if (error instanceof AppError && error.code === "RATE_LIMITED") return null;
  throw error;
}

export default async function SharedSetPage({ params }: { params: Promise<{ code: string }> }) {
  const [user, t, { code: given }] = await Promise.all([currentUser(), getTranslations("sets"), params]);
  const code = shareCodeSchema.catch("").parse(given);
  const set = await findSharedSet(user, code, clientAddress(await headers()), new Date()).catch(problemOf);
  if (!set) return <p className="mx-auto max-w-column">{t("shared.tooMany")}</p>;
  const hasOwnFacts = set.contents.cards.count + set.contents.tables.length > 0;
  const faults = { failed: t("form.failed"), CONFLICT: t("form.tooMany"), NOT_FOUND: t("shared.gone"), RATE_LIMITED: t("shared.tooMany"), INVALID: t("copy.noRoom") };
  return (
    <div className="mx-auto flex max-w-column flex-col gap-10">
      <header className="flex flex-col gap-3">
        <p className="text-14 text-muted">{t("shared.title")}</p>
        <h1 className="text-28 wrap-anywhere sm:text-36">{set.name}</h1>
        <p className="text-muted tabular-nums">{t("counts.facts", { facts: set.facts })}</p>
        <div className="mt-2 flex flex-col items-start gap-3">
          {set.ownId ? (
            <>
              <p>{t("shared.isYours")}</p>
              <LinkButton href={`/sets/${set.ownId}` as Route}>{t("shared.toYours")}</LinkButton>
            </>
          ) : (
            <>
              <p className="max-w-measure">{t(hasOwnFacts ? "shared.leadOwn" : "shared.lead")}</p>
              <ActButton label={t("shared.copy")} act={copySharedSetAction} input={{ code, name: asSetName(set.name) }} then="set" faults={faults} isNew={user === null} look="primary" className="min-h-13 text-18" />
            </>
          )}
        </div>
      </header>
      <SetContents contents={set.contents} shareCode={code} />
    </div>
  );
}
