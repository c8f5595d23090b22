import { useId } from "react";
import type { ReactNode } from "react";

export function SettingSection({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-5 border-t border-line pt-8">
      <div className="flex flex-col gap-1">
        <h2 id={titleId} className="text-22">
          {title}
        </h2>
        {lead && <p className="max-w-measure text-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
