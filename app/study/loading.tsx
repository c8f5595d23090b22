import { getTranslations } from "next-intl/server";
import { Skeleton } from "@/components/ui/skeleton";

export default async function Loading() {
  const t = await getTranslations("site");
  return (
    <div className="mx-auto flex max-w-column flex-col gap-6">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="h-1" />
      <Skeleton className="mt-8 h-18 sm:h-9" />
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-13" />
        <Skeleton className="h-13" />
        <Skeleton className="h-13" />
        <Skeleton className="h-13" />
      </div>
    </div>
  );
}
