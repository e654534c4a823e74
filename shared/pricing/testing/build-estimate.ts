import type { Fields } from "../../estimate/entities.ts";
import type { AreaWithSurfaces, Estimate } from "../../estimate/estimate.ts";
import type { RecordOf } from "../../estimate/record.ts";
import { newSurface } from "../default-surfaces.ts";

const ESTIMATE_ID = "estimate-1";

const estimateFields: Fields<"estimate"> = {
  customerId: "customer-1",
  title: "Interior",
  street: "12 Elm Street",
  city: "Portland",
  state: "OR",
  postalCode: "97201",
  priceBookId: "price-book-1",
  opportunityId: null,
  yearBuilt: 1990,
  leadSafe: null,
  discounts: "",
  notesForCustomer: "",
  notesForCrew: "",
  createdAt: "2026-11-20T09:00:00Z",
  estimatorName: "Sam Ortiz",
  estimatorId: null,
  status: "draft",
  acceptedOption: null,
  acceptedTotal: null,
  acceptedAt: null,
  acceptedOn: null,
  crmState: "none",
  crmMessage: null,
  crmOpportunityId: null,
  crmQuoteId: null,
  crmSentAt: null,
};

const areaFields: Fields<"area"> = {
  estimateId: ESTIMATE_ID,
  order: "V",
  kind: "room",
  name: "Bedroom",
  length: `12'6"`,
  width: "10",
  height: "8",
  doors: 1,
  windows: 1,
  access: "normal",
  occupancy: "empty",
  note: "",
};

/** A painted surface of a test's area: everything left to the option, unless the test says otherwise. */
export type SurfaceWish = Partial<Fields<"surface">> & { readonly substrate: string };

/** An area of the 12'6" × 10' × 8' bedroom of the specification, with the given surfaces. */
export function buildArea(
  id: string,
  surfaces: readonly SurfaceWish[],
  fields: Partial<Fields<"area">> = {},
): AreaWithSurfaces {
  return {
    area: { id, ...areaFields, ...fields },
    surfaces: surfaces.map((wish, index) => ({
      id: `${id}-${index}`,
      estimateId: ESTIMATE_ID,
      areaId: id,
      order: "V",
      ...newSurface(wish.substrate, true),
      ...wish,
    })),
  };
}

export const buildItem = (id: string, fields: Partial<Fields<"item">> = {}): RecordOf<"item"> => ({
  id,
  estimateId: ESTIMATE_ID,
  order: "V",
  kind: "cost",
  label: "Lift",
  quantity: "1",
  unitCost: 100_00,
  materialCost: 0,
  margin: null,
  painters: "",
  addOn: "",
  areaId: null,
  optional: false,
  ticked: true,
  group: "",
  ...fields,
});

/** An estimate of these areas and items on 26 November 2026, in Oregon unless the test says otherwise. */
export const buildEstimate = (
  areas: readonly AreaWithSurfaces[],
  items: readonly RecordOf<"item">[] = [],
  fields: Partial<Fields<"estimate">> = {},
  day = "2026-11-26",
): Estimate => ({
  estimate: { id: ESTIMATE_ID, ...estimateFields, ...fields },
  areas,
  items,
  day,
});
