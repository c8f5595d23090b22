import { fewestAnswersForHealth, questionEaseVariance, sickBelowZ, type ModelConstants } from "./constants";
import { forecast, isRight, type Evidence } from "./evidence";

/** What the answers to one question, by all learners, have shown so far. */
export type QuestionRecord = {
  answers: number;
  /** Σ(y − Pc) and ΣPc(1 − Pc), with Pc as foretold from the form alone: what is learnt of the question must not hide its fault. */
  surplus: number;
  variance: number;
  /** How much easier it is than its form, in logits, and how unsure that is. */
  ease: number;
  easeVariance: number;
};

/** A question that nobody has answered. */
export const unanswered: QuestionRecord = { answers: 0, surplus: 0, variance: 0, ease: 0, easeVariance: questionEaseVariance };

/** The record after one more scored answer by someone who recalled the fact with chance `recall` in [0, 1]; the ease by an extended Kalman filter. */
export function noteAnswer(record: QuestionRecord, recall: number, evidence: Evidence, constants: ModelConstants): QuestionRecord {
  const y = isRight(evidence) ? 1 : 0;
  const ofForm = forecast(recall, { ...evidence, questionEase: 0 }, constants).right;
  const learnt = forecast(recall, { ...evidence, questionEase: record.ease }, constants);
  const slope = learnt.slope * recall * (1 - recall);
  const spread = slope * slope * record.easeVariance + learnt.right * (1 - learnt.right);
  const gain = spread > 0 ? (record.easeVariance * slope) / spread : 0;
  return {
    answers: record.answers + 1,
    surplus: record.surplus + y - ofForm,
    variance: record.variance + ofForm * (1 - ofForm),
    ease: record.ease + gain * (y - learnt.right),
    easeVariance: (1 - gain * slope) * record.easeVariance,
  };
}

/** z = Σ(y−Pc)/√ΣPc(1−Pc), memory-model page §3.8; null under eight answers or where nothing was in doubt. */
export function healthOf({ answers, surplus, variance }: QuestionRecord): number | null {
  return answers < fewestAnswersForHealth || variance <= 0 ? null : surplus / Math.sqrt(variance);
}

/** Whether a question is answered wrongly so much more often than foretold (z < −2.5) that it is put aside and looked at. */
export function isSick(record: QuestionRecord): boolean {
  const z = healthOf(record);
  return z !== null && z < sickBelowZ;
}
