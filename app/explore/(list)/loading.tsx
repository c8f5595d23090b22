import { getTranslations } from "next-intl/server";
import { Skeleton } from "@/components/ui/skeleton";

const rows = Array.from({ length: 6 }, (_, row) => row);

export default async function Loading() {
  const t = await getTranslations("site");
  return (
    <div className="flex flex-col gap-8">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="h-18" />
      <Skeleton className="h-18 max-w-column" />
      {rows.map((row) => (
        <Skeleton key={row} className="h-36" />
      ))}
    </div>
  );
}
