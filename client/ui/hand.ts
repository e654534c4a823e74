import { createPreference, usePreference } from "./preference.ts";

export type Hand = "left" | "right";

const preference = createPreference<Hand>({
  key: "paintbox.hand",
  values: ["left", "right"],
  fallback: "right",
  apply: (hand) => document.documentElement.setAttribute("data-hand", hand),
});

/** Puts the bars and the keypad on the remembered side. Call once, before the first render. */
export function startHand(): void {
  preference.start();
}

/** The hand that taps; the other one holds the tablet. */
export function useHand() {
  return { hand: usePreference(preference), setHand: preference.set };
}
