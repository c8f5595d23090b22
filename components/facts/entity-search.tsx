import { useTranslations } from "next-intl";
import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

/** Works as a plain form too: the query is in the address. */
export function EntitySearch({ query }: { query: string }) {
  const t = useTranslations("explore");
  return (
    <Form action="/explore" role="search" className="flex max-w-column flex-wrap items-end gap-2">
      <Field
        key={query}
        className="min-w-60 grow"
        label={t("search")}
        name="q"
        type="search"
        defaultValue={query}
        placeholder={t("searchHint")}
        maxLength={100}
        autoComplete="off"
      />
      <Button type="submit">{t("searchButton")}</Button>
    </Form>
  );
}
