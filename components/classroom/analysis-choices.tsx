import { useTranslations } from "next-intl";
import { AnalysisLinks } from "./analysis-links";
import { attemptViews, orderViews, writeAnalysisView, type AnalysisView } from "./analysis-view";

type AnalysisChoicesProps = { view: AnalysisView; revision: number; papers: readonly { revision: number; attempts: number }[] };

/** Which attempts count, which version of the quiz, and in what order its questions stand. */
export function AnalysisChoices({ view, revision, papers }: AnalysisChoicesProps) {
  const t = useTranslations("analysis");
  const attempts = attemptViews.map((each) => ({ key: each, text: t(`choice.${each}`), query: writeAnalysisView({ ...view, attempts: each }), isHere: view.attempts === each }));
  const orders = orderViews.map((each) => ({ key: each, text: t(`order.${each}`), query: writeAnalysisView({ ...view, order: each }), isHere: view.order === each }));
  const versions = papers.map((paper) => ({ key: String(paper.revision), text: t("papers.paper", paper), query: writeAnalysisView({ ...view, paper: paper.revision }), isHere: paper.revision === revision }));
  return (
    <div className="flex flex-col gap-3">
      {versions.length > 1 && (
        <>
          <p className="text-14 text-muted">{t("papers.label")}</p>
          <AnalysisLinks label={t("papers.label")} links={versions} />
        </>
      )}
      <AnalysisLinks label={t("choice.label")} links={attempts} />
      <AnalysisLinks label={t("order.label")} links={orders} />
    </div>
  );
}
