import type { Identity } from "../../server/identity.ts";

const company = { companyId: "co", companyName: "Sierra Painting" } as const;

/** Who holds the tablets of a history: two who write estimates, and one who may only read them. */
export const people: readonly Identity[] = [
  { ...company, userId: "u1", userName: "Ana", role: "estimator" },
  { ...company, userId: "u2", userName: "Ben", role: "manager" },
  { ...company, userId: "u3", userName: "Cleo", role: "painter" },
];

/** Somebody whose tablet still runs a build of the first schema. */
export const oldHand: Identity = { ...company, userId: "u4", userName: "Dora", role: "estimator" };
