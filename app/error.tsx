"use client";

import { Button } from "@/components/ui/button";
import problem from "@/messages/en/problem.json";

/** Shown when rendering failed, perhaps for want of messages: it brings its own words. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <div role="alert" className="mx-auto flex w-full max-w-column flex-col items-start gap-4">
      <h1 className="text-28">{problem.failedTitle}</h1>
      <p>{problem.failed}</p>
      <Button onClick={reset}>{problem.retry}</Button>
    </div>
  );
}
