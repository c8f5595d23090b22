import { LoadingPage } from "@/app/_components/loading-page";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage className="mx-auto max-w-column gap-8">
      <Skeleton className="h-18 w-72 max-w-full" />
      <Skeleton className="h-40" />
      <Skeleton className="h-20" />
      <Skeleton className="h-64" />
    </LoadingPage>
  );
}
