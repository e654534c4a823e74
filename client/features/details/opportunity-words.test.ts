import { expect, test } from "vitest";
import { en } from "../../words/en.ts";
import { opportunityWords } from "./opportunity-words.ts";

const open = [
  { id: "o1", customerId: "c1", name: "Repaint", stage: "Qualification", closeDate: "" },
  { id: "o2", customerId: "c1", name: "Deck", stage: "", closeDate: "" },
];
const of = (opportunityId: string | null, crmOpportunityId: string | null = null) =>
  opportunityWords({ opportunityId, crmOpportunityId }, open, en);

test("the Opportunity it fills has a name and a stage", () => {
  expect(of("o1")).toBe("Repaint · Qualification");
  expect(of("o2")).toBe("Deck");
});

test("without one, a new one is made; afterwards it was", () => {
  expect(of(null)).toBe(en.detailsOpportunityNew);
  expect(of(null, "006xx")).toBe(en.detailsOpportunityMade);
});

test("one that the office closed is not called new", () => {
  expect(of("o3")).toBe(en.detailsOpportunityClosed);
  expect(of("o3", "006xx")).toBe(en.detailsOpportunityClosed);
});
