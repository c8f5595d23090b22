import { LoadingPage } from "@/app/_components/loading-page";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage className="gap-10">
      <Skeleton className="h-16 w-72 max-w-full" />
      {["now", "learning", "trust", "coming", "weak"].map((band) => (
        <div key={band} className="flex flex-col gap-6 border-t border-line pt-8">
          <Skeleton className="h-14 w-96 max-w-full" />
          <Skeleton className="h-72" />
        </div>
      ))}
    </LoadingPage>
  );
}
