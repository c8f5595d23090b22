"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { createEventId } from "@/components/answer/event-id";
import { Button } from "@/components/ui/button";
import { postSave } from "./quiz-api";
import { browserStorage, createSaveQueue, type SaveQueue } from "./save-queue";
import { forgetTimeSpent } from "./time-spent";

/** Asks about each once more: the reply to one that was taken may have been lost. Gives the positions of those that came too late. */
async function findLate(attemptId: string, queue: SaveQueue): Promise<number[]> {
  const leaseId = createEventId();
  const late: number[] = [];
  for (const save of queue.list()) {
    const reply = await postSave(attemptId, { ...save, leaseId });
    if (reply.kind === "ok") queue.settle(save.position, save.sequence);
    if (reply.kind === "refused") late.push(save.position);
  }
  return late;
}

/** Tells of answers that were still in this browser when the quiz ended, and leaves nothing else of it there. */
export function LateAnswers({ attemptId }: { attemptId: string }) {
  const t = useTranslations("quiz.late");
  const [late, setLate] = useState<number[]>([]);

  useEffect(() => forgetTimeSpent(browserStorage(), attemptId), [attemptId]);

  useEffect(() => {
    let isHere = true;
    const told = (positions: number[]) => isHere && setLate(positions);
    void findLate(attemptId, createSaveQueue(browserStorage(), attemptId)).then(told);
    return () => {
      isHere = false;
    };
  }, [attemptId]);

  const close = () => {
    const queue = createSaveQueue(browserStorage(), attemptId);
    for (const position of late) queue.settle(position, Infinity);
    setLate([]);
  };
  return (
    <div role="status" className="empty:hidden print:hidden">
      {late.length > 0 && (
        <div className="flex flex-col items-start gap-3 rounded-control border border-control bg-sunken px-4 py-3">
          <p className="font-medium">{t("title")}</p>
          <p className="max-w-measure">{t("text", { count: late.length, numbers: new Intl.ListFormat("en-GB").format(late.map((position) => String(position + 1))) })}</p>
          <Button onClick={close}>{t("close")}</Button>
        </div>
      )}
    </div>
  );
}
