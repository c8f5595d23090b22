import { LoadingPage } from "@/app/_components/loading-page";
import { Skeleton } from "@/components/ui/skeleton";

const rows = Array.from({ length: 6 }, (_, row) => row);

export default function Loading() {
  return (
    <LoadingPage className="gap-8">
      <Skeleton className="h-18" />
      <Skeleton className="h-18 max-w-column" />
      {rows.map((row) => (
        <Skeleton key={row} className="h-36" />
      ))}
    </LoadingPage>
  );
}
