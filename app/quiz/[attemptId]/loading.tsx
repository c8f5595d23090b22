import { getTranslations } from "next-intl/server";
import { LoadingPage } from "@/app/_components/loading-page";
import { Skeleton } from "@/components/ui/skeleton";

export default async function Loading() {
  const t = await getTranslations("quiz");
  return (
    <LoadingPage className="mx-auto max-w-column gap-6" said={t("loading")}>
      <Skeleton className="h-9" />
      <Skeleton className="h-10" />
      <Skeleton className="mt-2 h-18 sm:h-9" />
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-13" />
        <Skeleton className="h-13" />
        <Skeleton className="h-13" />
        <Skeleton className="h-13" />
      </div>
    </LoadingPage>
  );
}
