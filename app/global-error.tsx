"use client";

import "./globals.css";
import { Button } from "@/components/ui/button";
import problem from "@/messages/en/problem.json";

/** Stands in for the whole page when the layout itself failed. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body className="font-sans antialiased">
        <main className="mx-auto flex max-w-column flex-col items-start gap-4 p-6">
          <h1 className="text-28">{problem.failedTitle}</h1>
          <p>{problem.failed}</p>
          <Button onClick={reset}>{problem.retry}</Button>
        </main>
      </body>
    </html>
  );
}
