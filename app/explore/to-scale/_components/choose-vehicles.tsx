import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { mostCompared } from "@/lib/drawings/comparison-query";

type ChooseVehiclesProps = { all: readonly { id: string; name: string }[]; shown: readonly { id: string }[] };

/** A plain form: the choice is in the address, so it can be kept and passed on. */
export function ChooseVehicles({ all, shown }: ChooseVehiclesProps) {
  const t = useTranslations("drawings.toScale");
  const isShown = new Set(shown.map(({ id }) => id));
  return (
    <form action="/explore/to-scale" className="flex flex-col items-start gap-4">
      <fieldset className="w-full">
        <legend className="text-22 font-semibold">{t("choose")}</legend>
        <p className="text-14 text-muted">{t("most", { count: mostCompared })}</p>
        {/* The key makes the boxes follow the address when the choice changes by a link. */}
        <div key={shown.map(({ id }) => id).join()} className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-4">
          {all.map(({ id, name }) => (
            <label key={id} className="flex min-h-11 cursor-pointer items-center gap-3">
              <input type="checkbox" name="with" value={id} defaultChecked={isShown.has(id)} className="size-5 shrink-0" />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
