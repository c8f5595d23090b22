import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./test";

/** Of the dark theme only the colours are judged: all else is the same page. Named one by one, as the tag of colours would ask for the contrast of AAA. */
const judge = {
  light: (axe: AxeBuilder) => axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]),
  dark: (axe: AxeBuilder) => axe.withRules(["color-contrast", "link-in-text-block"]),
};

/** Waits until what is shown has ended its transitions; within what is folded away they stand still and never end. */
function settle(): Promise<unknown> {
  const isShown = ({ effect }: Animation) => effect instanceof KeyframeEffect && effect.target?.checkVisibility() === true;
  return Promise.allSettled(document.getAnimations().filter(isShown).map((animation) => animation.finished));
}

// "Legacy" leaves out frames of other origins, of which there are none, and with them a second page for each look.
/** Axe finds nothing on the page as it stands, in either theme. */
export async function expectAccessible(page: Page, where = ""): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    // Colours are judged when nothing is half faded in; what the theme sets in motion begins with the next frame.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await page.evaluate(settle);
    const { violations } = await judge[colorScheme](new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode()).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`), `${where} in ${colorScheme}`).toEqual([]);
  }
}
