import { onCLS, onFCP, onINP, onLCP, onTTFB } from "web-vitals";
import {
  connectionTypes,
  vitalNames,
  vitalRouteOf,
  type Vitals,
  vitalsSchema,
} from "../../../shared/vitals.ts";

/** What the browser says of its connection; Chromium does, Safari and Firefox do not. */
function connectionType(): Vitals["connection"] {
  const connection: unknown = "connection" in navigator ? navigator.connection : undefined;
  const told =
    typeof connection === "object" && connection !== null && "effectiveType" in connection
      ? connection.effectiveType
      : undefined;
  return connectionTypes.find((type) => type === told) ?? "unknown";
}

/**
 * Measures how this page feels and tells the server when it is left. Each measure goes once, with the screen on which
 * the page was opened. Offline nothing is told and nothing is kept: a number about the network, told days later, would
 * be worth less than the room it takes.
 */
export function reportVitals(): void {
  const route = vitalRouteOf(location.pathname);
  const measured = new Map<Vitals["vitals"][number]["name"], number>();
  const told = new Set<string>();
  const note = ({ name, value }: { readonly name: string; readonly value: number }): void => {
    const known = vitalNames.find((vital) => vital === name);
    if (known !== undefined && !told.has(known)) measured.set(known, value);
  };
  for (const measure of [onCLS, onFCP, onINP, onLCP, onTTFB]) measure(note);
  // After those of the library, which come to their last numbers in the same event.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden" || measured.size === 0) return;
    const vitals = [...measured].map(([name, value]) => ({ name, value }));
    for (const { name } of vitals) told.add(name);
    measured.clear();
    if (!navigator.onLine) return;
    const body = vitalsSchema.safeParse({ route, connection: connectionType(), vitals });
    if (!body.success) return;
    const json = new Blob([JSON.stringify(body.data)], { type: "application/json" });
    navigator.sendBeacon("/api/vitals", json);
  });
}
