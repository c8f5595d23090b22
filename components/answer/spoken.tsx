"use client";

import { useEffect, useRef } from "react";

/** Reads a text out when it changes, but not the one it begins with. */
export function Spoken({ text }: { text: string }) {
  const region = useRef<HTMLParagraphElement>(null);
  const first = useRef(text);
  useEffect(() => {
    if (text === first.current) return;
    first.current = "";
    region.current?.replaceChildren(text);
  }, [text]);
  return <p ref={region} role="status" className="sr-only" />;
}
