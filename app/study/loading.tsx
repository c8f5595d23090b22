import { LoadingPage } from "@/app/_components/loading-page";
import { sessionHeight } from "@/components/answer/session-height";
import { classNames } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    // As high as the session, so that nothing below it moves.
    <LoadingPage className={classNames("mx-auto max-w-column gap-6", sessionHeight)}>
      <Skeleton className="h-1" />
      <Skeleton className="mt-8 h-18 sm:h-9" />
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-13" />
        <Skeleton className="h-13" />
        <Skeleton className="h-13" />
        <Skeleton className="h-13" />
      </div>
    </LoadingPage>
  );
}
