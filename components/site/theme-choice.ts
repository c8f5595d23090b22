export const themeChoices = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

export const themeCookie = "theme";

const yearSeconds = 365 * 24 * 60 * 60;

export const asThemeChoice = (text: string | undefined): ThemeChoice =>
  themeChoices.find((choice) => choice === text) ?? "system";

/** Changes the colours of the page that is open, and of all that the server sends from now on. Browser only. */
export function applyTheme(choice: ThemeChoice): void {
  document.cookie = `${themeCookie}=${choice}; path=/; max-age=${yearSeconds}; samesite=lax`;
  if (choice === "system") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.setAttribute("data-theme", choice);
}
