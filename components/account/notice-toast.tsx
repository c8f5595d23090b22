"use client";

import { useEffect } from "react";
import { Toast } from "@/components/ui/toast";

/** Takes the notice out of the address, so that a reload or a bookmark does not say it again. */
export function NoticeToast({ text, closeLabel }: { text: string; closeLabel: string }) {
  useEffect(() => window.history.replaceState(null, "", window.location.pathname), []);
  return <Toast text={text} closeLabel={closeLabel} />;
}
