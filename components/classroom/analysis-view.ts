/** What of an analysis is looked at, as its address has it. */
export type AnalysisView = { attempts: "first" | "best" | "last" | "all"; order: "paper" | "pressing"; paper: number | undefined };

export const attemptViews = ["first", "best", "last", "all"] as const;
export const orderViews = ["paper", "pressing"] as const;

type Query = Record<string, string | string[] | undefined>;

export const readAnalysisView = ({ attempts, order, paper }: Query): AnalysisView => ({
  attempts: attemptViews.find((known) => known === attempts) ?? "first",
  order: orderViews.find((known) => known === order) ?? "paper",
  paper: typeof paper === "string" && /^[1-9]\d{0,5}$/.test(paper) ? Number(paper) : undefined,
});

/** What is usual stays out of the address. */
export const writeAnalysisView = ({ attempts, order, paper }: AnalysisView): Record<string, string> => ({
  ...(attempts !== "first" && { attempts }),
  ...(order !== "paper" && { order }),
  ...(paper !== undefined && { paper: String(paper) }),
});
