import { LoadingPage } from "@/app/_components/loading-page";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage className="mx-auto max-w-column gap-8">
      <Skeleton className="h-9 w-40 sm:h-11" />
      {["load", "retention", "day"].map((part) => (
        <div key={part} className="flex flex-col gap-5 border-t border-line pt-8">
          <Skeleton className="h-8 w-72 max-w-full" />
          <Skeleton className="h-24" />
          <Skeleton className="h-11 w-24" />
        </div>
      ))}
    </LoadingPage>
  );
}
