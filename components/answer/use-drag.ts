"use client";

import { useEffect, useRef, useState } from "react";
import type { PointerEvent as PointerPress, RefObject } from "react";
import type { Box, Drag } from "./drag-places";
import { followPointer } from "./follow-pointer";

type DragOptions = {
  /** The list whose items the dragged thing is moved among. */
  among: RefObject<HTMLElement | null>;
  restMs: number;
  onDrop: (drag: Drag) => void;
};

function boxesIn(list: HTMLElement | null): Box[] {
  return [...(list?.children ?? [])].map((item) => {
    const { left, top, width, height } = item.getBoundingClientRect();
    return { left: left + window.scrollX, top: top + window.scrollY, width, height };
  });
}

/**
 * Dragging for the eye and the hand; keys and buttons do and say the same. Not a library's: that would come a moment after the
 * question, weigh 15 kB, and lose what is flung faster than the page is drawn.
 */
export function useDrag({ among, restMs, onDrop }: DragOptions) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const isDragging = useRef(false);
  const stop = useRef<(() => void) | null>(null);

  useEffect(() => {
    // Known to the browser before a finger comes down, or it would scroll all the same.
    const holdPage = (event: TouchEvent) => isDragging.current && event.cancelable && event.preventDefault();
    window.addEventListener("touchmove", holdPage, { passive: false });
    return () => {
      window.removeEventListener("touchmove", holdPage);
      stop.current?.();
    };
  }, []);

  const grab = (item: number, { nativeEvent: press }: PointerPress) => {
    if (!press.isPrimary || press.button !== 0) return;
    const from = { x: press.pageX, y: press.pageY };
    const boxes = boxesIn(among.current);
    stop.current = followPointer(press, {
      restMs: press.pointerType === "touch" ? restMs : 0,
      onMove: (to) => {
        isDragging.current = true;
        setDrag({ item, from, to, boxes });
      },
      onEnd: (to) => {
        isDragging.current = false;
        stop.current = null;
        setDrag(null);
        if (to) onDrop({ item, from, to, boxes });
      },
    });
  };

  return { drag, grab };
}
