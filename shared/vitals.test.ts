import { expect, test } from "vitest";
import { vitalRouteOf, vitalsSchema } from "./vitals.ts";

test.each([
  ["/", "/"],
  ["/estimates/new", "/estimates/new"],
  ["/estimates/0199aa", "/estimates/:estimateId"],
  ["/estimates/0199aa/areas/b1", "/estimates/:estimateId/areas/:areaId"],
  ["/estimates/0199aa/price", "/estimates/:estimateId/price"],
  ["/price-book", "/price-book"],
  ["/price-book/rates", "/price-book/*"],
  ["/price-book/versions/v1/read", "/price-book/*"],
  ["/price-bookish", "other"],
  ["/customers/erin.vega@example.com", "other"],
  ["", "other"],
])("%s is on %s", (pathname, route) => {
  expect(vitalRouteOf(pathname)).toBe(route);
});

test.each([
  { route: "/estimates/0199aa", connection: "4g", vitals: [{ name: "LCP", value: 1 }] },
  { route: "/", connection: "4g", vitals: [{ name: "LCP", value: -1 }] },
  { route: "/", connection: "4g", vitals: [{ name: "LCP", value: Number.NaN }] },
  { route: "/", connection: "4g", vitals: [{ name: "LCP", value: 1, user: "maria" }] },
  { route: "/", connection: "4g", vitals: [] },
  { route: "/", connection: "4g", vitals: [{ name: "LCP", value: 1 }], note: "x" },
])("what is more or other than numbers is refused: %j", (body) => {
  expect(vitalsSchema.safeParse(body).success).toBe(false);
});
