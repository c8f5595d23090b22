import { expect, test as base } from "@playwright/test";
import { waitForListening } from "./listening";

type Options = {
  /** Errors of the console that the test brings about on purpose. */
  expectedErrors: RegExp[];
  /** Fails the test for anything else the console or the page complains of, blocked scripts and styles among them. */
  quietConsole: void;
};

export const test = base.extend<Options>({
  page: async ({ page }, give) => {
    waitForListening(page);
    await give(page);
  },
  expectedErrors: [[], { option: true }],
  quietConsole: [
    async ({ context, expectedErrors }, use) => {
      const complaints: string[] = [];
      const note = (text: string) => {
        if (!expectedErrors.some((expected) => expected.test(text))) complaints.push(text);
      };
      context.on("console", (message) => {
        if (message.type() === "error") note(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (problem) => note(String(problem.error())));
      await use();
      expect(complaints, "complaints in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
