import type { ReportReason } from "@/lib/questions/report-reasons";

export type OutgoingReport = { reportId: string; presentationId: string; reason: ReportReason; comment: string };

/** What became of a report, in the words of the catalogue. */
export type ReportOutcome = "sent" | "tooMany" | "unknown" | "expired" | "failed";

const outcomes: Partial<Record<number, ReportOutcome>> = { 401: "expired", 404: "unknown", 429: "tooMany" };

const longestWaitMs = 20_000;

export async function postReport(report: OutgoingReport): Promise<ReportOutcome> {
  try {
    const response = await fetch("/api/study/reports", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(report),
      signal: AbortSignal.timeout(longestWaitMs),
    });
    return response.ok ? "sent" : (outcomes[response.status] ?? "failed");
  } catch {
    return "failed";
  }
}
