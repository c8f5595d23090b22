import type { FocusEvent, KeyboardEvent } from "react";

const steps: Record<string, [down: number, right: number]> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

const selector = "[data-at]";
/** Row and column, as they are written at a cell. */
export const placeOf = (element: HTMLElement) => element.dataset.at!.split(".").map(Number) as [number, number];
const isShown = (element: Element) => element.checkVisibility();

/** The next cell in a direction that is shown and has something to press: a column may be hidden, a cell empty. */
function nextFrom(table: HTMLElement, from: HTMLElement, [down, right]: [number, number]): HTMLElement | null {
  const all = [...table.querySelectorAll<HTMLElement>(selector)].filter(isShown);
  const [row, column] = placeOf(from);
  const ahead = all.filter((element) => {
    const [r, c] = placeOf(element);
    return down === 0 ? r === row && (c - column) * right > 0 : c === column && (r - row) * down > 0;
  });
  return (down + right > 0 ? ahead[0] : ahead.at(-1)) ?? null;
}

/**
 * A table of thousands of cells is one stop of the Tab key; the arrow keys go from cell to cell. Written to the elements themselves: to draw all cells
 * anew for each step would be slow.
 */
export const cellKeys = {
  onFocus({ currentTarget, target }: FocusEvent<HTMLElement>) {
    const cell = (target as HTMLElement).closest<HTMLElement>(selector);
    if (!cell) return;
    for (const before of currentTarget.querySelectorAll<HTMLElement>(`${selector}[tabindex="0"]`)) before.tabIndex = -1;
    cell.tabIndex = 0;
  },
  onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = steps[event.key];
    const cell = (event.target as HTMLElement).closest<HTMLElement>(selector);
    if (!step || !cell || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    nextFrom(event.currentTarget, cell, step)?.focus();
  },
};
