import { createPreference, usePreference } from "./preference.ts";

export type Theme = "system" | "light" | "dark" | "sun";

const root = () => document.documentElement;

const preference = createPreference<Theme>({
  key: "paintbox.theme",
  values: ["system", "light", "dark", "sun"],
  fallback: "system",
  apply(theme) {
    if (theme === "system") root().removeAttribute("data-theme");
    else root().setAttribute("data-theme", theme);
    paintBrowserBar();
  },
});

/** The browser's own bar takes the page's ground; the colour is read from the page so that it stays in the tokens. */
function paintBrowserBar(): void {
  let meta = document.querySelector<HTMLMetaElement>('meta[name="theme-color"]');
  if (!meta) {
    meta = document.createElement("meta");
    meta.name = "theme-color";
    document.head.append(meta);
  }
  meta.content = getComputedStyle(root()).backgroundColor;
}

/** Puts on the remembered theme and follows the system while none is chosen. Call once, before the first render. */
export function startTheme(): void {
  preference.start();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paintBrowserBar);
}

/** The theme and the ways to change it; `toggleSun` is the one tap from any screen and goes back where it came from. */
export function useTheme() {
  const theme = usePreference(preference);
  return { theme, setTheme: preference.set, toggleSun };
}

let beforeSun: Theme = "system";

function toggleSun(): void {
  const theme = preference.get();
  if (theme === "sun") return preference.set(beforeSun);
  beforeSun = theme;
  preference.set("sun");
}
