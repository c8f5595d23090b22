import { LoadingPage } from "@/app/_components/loading-page";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage className="mx-auto max-w-column gap-10">
      <Skeleton className="h-40" />
      <Skeleton className="h-13 w-72 max-w-full" />
      {["first", "second", "third"].map((question) => (
        <Skeleton key={question} className="h-72" />
      ))}
    </LoadingPage>
  );
}
