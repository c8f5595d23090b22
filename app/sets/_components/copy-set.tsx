import { getTranslations } from "next-intl/server";
import { copySetAction } from "../actions";
import { ActButton } from "@/components/sets/act-button";
import { asSetName } from "@/components/sets/copy-name";

/** Makes another set like it, of the viewer's own. */
export async function CopySet({ set: { id, name } }: { set: { id: string; name: string } }) {
  const t = await getTranslations("sets");
  const faults = { failed: t("form.failed"), CONFLICT: t("form.tooMany"), NOT_FOUND: t("form.gone"), INVALID: t("copy.noRoom") };
  return <ActButton label={t("copy.make")} act={copySetAction} input={{ setId: id, name: asSetName(t("copy.name", { name })) }} then="set" faults={faults} look="quiet" />;
}
