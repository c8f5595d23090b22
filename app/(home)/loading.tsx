import { LoadingPage } from "@/app/_components/loading-page";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage className="mx-auto max-w-column gap-5">
      <Skeleton className="h-18 sm:h-11" />
      <Skeleton className="h-20" />
      <Skeleton className="h-13 w-40" />
    </LoadingPage>
  );
}
