import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { OwnTableForm } from "@/components/sets/own-table-form";
import type { EditedOwnTable } from "@/components/sets/use-own-table";

/** `setName`: empty for a set that is to be made. */
type OwnTablePageProps = { title: string; edited: EditedOwnTable; setName: string; cancel: Route };

/** The form for a table, as wide as the page. */
export async function OwnTablePage({ title, edited, setName, cancel }: OwnTablePageProps) {
  const t = await getTranslations("ownFacts.table");
  return (
    <div className="flex flex-col gap-8">
      <header className="flex flex-col gap-3">
        <h1 className="text-28 sm:text-36">{title}</h1>
        <p className="max-w-measure text-muted">{t("lead")}</p>
      </header>
      <ClientMessages names={["ownFacts", "factHistory", "study"]}>
        <OwnTableForm edited={edited} setName={setName} cancel={cancel} />
      </ClientMessages>
    </div>
  );
}
