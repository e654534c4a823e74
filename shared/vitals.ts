import * as z from "zod/mini";

/** What a page measures of itself as its users feel it: numbers without a person (docs/observability.md). */

/** CLS is a score without a unit; the others are milliseconds. */
export const vitalNames = ["LCP", "INP", "CLS", "FCP", "TTFB"] as const;

/** As the browser judges the connection; `unknown` where it does not. */
export const connectionTypes = ["slow-2g", "2g", "3g", "4g", "unknown"] as const;

/** Screens, as the app's router writes their addresses. An address itself holds ids. */
export const vitalRoutes = [
  "/",
  "/estimates/new",
  "/estimates/older",
  "/estimates/:estimateId",
  "/estimates/:estimateId/history",
  "/estimates/:estimateId/conflicts",
  "/estimates/:estimateId/price",
  "/estimates/:estimateId/calculation",
  "/estimates/:estimateId/details",
  "/estimates/:estimateId/areas/:areaId",
  "/estimates/:estimateId/items/:itemId",
  "/conflicts",
  "/sync",
  "/settings",
  "/pipeline",
  "/price-book",
  "/price-book/*",
  "other",
] as const;
export type VitalRoute = (typeof vitalRoutes)[number];

/** Nothing takes ten minutes that anybody still waits for. */
const MAX_VALUE = 600_000;

const vitalSchema = z.strictObject({
  name: z.enum(vitalNames),
  value: z.number().check(z.gte(0), z.lte(MAX_VALUE)),
});

/** Body of `POST /api/vitals`. */
export const vitalsSchema = z.strictObject({
  /** Of the screen on which the page was loaded. */
  route: z.enum(vitalRoutes),
  connection: z.enum(connectionTypes),
  vitals: z.array(vitalSchema).check(z.minLength(1), z.maxLength(vitalNames.length)),
});
export type Vitals = z.infer<typeof vitalsSchema>;

/** The pattern of an address of the app; `other` for one that is none. */
export function vitalRouteOf(pathname: string): VitalRoute {
  const known = vitalRoutes.find((route) => route === pathname);
  if (known !== undefined) return known;
  const parts = pathname.split("/");
  const found = vitalRoutes.find((route) => {
    const pattern = route.split("/");
    if (pattern.at(-1) === "*") return parts.length > 2 && pathname.startsWith(route.slice(0, -1));
    return (
      pattern.length === parts.length &&
      pattern.every((part, index) => part.startsWith(":") || part === parts[index])
    );
  });
  return found ?? "other";
}
