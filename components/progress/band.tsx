import { useId } from "react";
import type { ReactNode } from "react";

type BandProps = {
  /** One of the questions that the page answers. */
  question: string;
  /** The answer in one sentence, with the figure. */
  answer: ReactNode;
  /** How the answer is meant. */
  remark?: string;
  /** What to do about it. */
  action?: ReactNode;
  children?: ReactNode;
};

/** A question, its answer in a sentence, what to do about it, then pictures. */
export function Band({ question, answer, remark, action, children }: BandProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-6 border-t border-line pt-8">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="flex flex-col gap-1 lg:max-w-[70%]">
          <h2 id={titleId} className="text-14 font-medium tracking-normal text-muted">
            {question}
          </h2>
          <p className="max-w-measure text-22 text-balance">{answer}</p>
          {remark && <p className="max-w-measure text-muted">{remark}</p>}
        </div>
        {action && <div className="print:hidden">{action}</div>}
      </div>
      {children}
    </section>
  );
}
