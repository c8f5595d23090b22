import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { classNames } from "@/components/ui/class-names";

type LoadingPageProps = { className: string; said?: string; children: ReactNode };

/** Said once to who hears the page; the children hold the places of what is coming. */
export async function LoadingPage({ className, said, children }: LoadingPageProps) {
  const t = await getTranslations("site");
  return (
    <div className={classNames("flex flex-col", className)}>
      <p role="status" className="sr-only">
        {said ?? t("loading")}
      </p>
      {children}
    </div>
  );
}
