import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { inputStyle } from "@/components/ui/field";
import { writeView, type GradebookView } from "@/lib/classroom/gradebook-view";
import { workStatuses } from "@/lib/classroom/work";

type GradebookFilterProps = { works: readonly { id: string; title: string }[]; view: GradebookView; hasFormer: boolean };

/** What is shown. A form of the platform's own: its choice stands in the address. */
export function GradebookFilter({ works, view, hasFormer }: GradebookFilterProps) {
  const t = useTranslations("gradebook");
  const { sort, order } = writeView(view);
  return (
    <form className="flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden">
      {sort && <input type="hidden" name="sort" value={sort} />}
      {order && <input type="hidden" name="order" value={order} />}
      <label className="flex min-w-0 flex-col gap-1.5 max-sm:w-full">
        <span className="font-medium">{t("filter.assignment")}</span>
        <select name="work" defaultValue={view.workId ?? ""} className={`${inputStyle} sm:max-w-form`}>
          <option value="">{t("filter.allAssignments")}</option>
          {works.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="flex min-w-0 flex-col gap-1.5">
        <span className="font-medium">{t("filter.status")}</span>
        <select name="status" defaultValue={view.status ?? ""} className={inputStyle}>
          <option value="">{t("filter.anyStatus")}</option>
          {workStatuses.map((status) => (
            <option key={status} value={status}>
              {t(`status.${status}`)}
            </option>
          ))}
        </select>
      </label>
      {hasFormer && (
        <label className="flex min-h-11 items-center gap-2">
          <input type="checkbox" name="former" value="shown" defaultChecked={view.hasFormer} className="size-5 accent-ink" />
          {t("filter.former")}
        </label>
      )}
      <Button type="submit">{t("filter.apply")}</Button>
    </form>
  );
}
