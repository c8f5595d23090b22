import { getTranslations } from "next-intl/server";
import { Skeleton } from "@/components/ui/skeleton";

export default async function Loading() {
  const t = await getTranslations("site");
  return (
    <div className="mx-auto flex max-w-column flex-col gap-5">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="h-18 sm:h-11" />
      <Skeleton className="h-20" />
      <Skeleton className="h-13 w-40" />
    </div>
  );
}
