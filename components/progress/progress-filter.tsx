import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { inputStyle } from "@/components/ui/field";

type Named = { id: string; name: string };
export type ShownFilter = { kind: "set" | "class"; id: string; name: string };
type ProgressFilterProps = { choices: { sets: readonly Named[]; classes: readonly (Named & { sets: readonly Named[] })[] }; chosen: ShownFilter | null };

const optionOf = ({ id, name }: Named) => (
  <option key={id} value={`set:${id}`}>
    {name}
  </option>
);

/** What the figures are about. A form of the platform's own, so that the page needs no code for it; on paper the name alone. */
export function ProgressFilter({ choices: { sets, classes }, chosen }: ProgressFilterProps) {
  const t = useTranslations("progress.filter");
  if (sets.length + classes.length === 0) return null;
  return (
    <>
      <form action="/progress" className="flex flex-wrap items-end gap-2 print:hidden">
        <label className="flex min-w-0 flex-col gap-1.5">
          <span className="font-medium">{t("label")}</span>
          <select name="show" defaultValue={chosen ? `${chosen.kind}:${chosen.id}` : ""} className={`${inputStyle} max-w-80`}>
            <option value="">{t("all")}</option>
            {sets.length > 0 && <optgroup label={t("ownSets")}>{sets.map(optionOf)}</optgroup>}
            {classes.map(({ id, name, sets: given }) => (
              <optgroup key={id} label={name}>
                <option value={`class:${id}`}>{t("class", { name })}</option>
                {given.map(optionOf)}
              </optgroup>
            ))}
          </select>
        </label>
        <Button type="submit">{t("apply")}</Button>
      </form>
      {chosen && <p className="hidden font-medium print:block">{t("chosen", { kind: chosen.kind, name: chosen.name })}</p>}
    </>
  );
}
