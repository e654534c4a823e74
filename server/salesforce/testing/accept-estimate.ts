import { assembleEstimate } from "../../../shared/estimate/estimate.ts";
import type { EntityName, Fields } from "../../../shared/estimate/entities.ts";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { defaultCircumstances, defaultSurfaces } from "../../../shared/pricing/default-surfaces.ts";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { publishedFields } from "../../../shared/pricing/published-fields.ts";
import { price } from "../../../shared/pricing/price.ts";
import { ACCEPTED_ESTIMATE } from "../../outbox/jobs.ts";
import { enqueue } from "../../outbox/outbox.ts";
import { nextRevision, putRecord } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";

/** An estimate that a customer has said yes to, as a tablet's push leaves it in the store. */

const uuid = (number: number): string =>
  `01890000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
export const ESTIMATE = uuid(0xe1);
export const CUSTOMER = uuid(0xc1);

export const newCustomer: Fields<"customer"> = {
  name: "Jo Ann Field",
  phone: "303 555 0142",
  email: "jo@example.com",
  street: "1 Elm St",
  city: "Golden",
  state: "CO",
  postalCode: "80401",
  salesforceAccountId: null,
};

const draft: Fields<"estimate"> = {
  customerId: CUSTOMER,
  title: "Upstairs",
  street: "1 Elm St",
  city: "Golden",
  state: "CO",
  postalCode: "80401",
  priceBookId: examplePriceBook.id,
  opportunityId: null,
  yearBuilt: null,
  leadSafe: null,
  discounts: "",
  notesForCustomer: "",
  notesForCrew: "",
  createdAt: "2026-06-01T15:00:00.000Z",
  estimatorName: "Erin Vega",
  estimatorId: null,
  status: "draft",
  acceptedOption: null,
  acceptedTotal: null,
  acceptedAt: null,
  acceptedOn: null,
  crmState: "waiting",
  crmMessage: null,
  crmOpportunityId: null,
  crmQuoteId: null,
  crmSentAt: null,
};

export interface Acceptance {
  readonly id?: string;
  readonly customerId?: string;
  readonly customer?: Fields<"customer">;
  readonly estimate?: Partial<Fields<"estimate">>;
  /** How many rooms, how many free items besides, and how many that are offered and not wanted. */
  readonly rooms?: number;
  readonly items?: number;
  readonly offers?: number;
  /** The example where nothing is said; any other one is written to the store as well. */
  readonly book?: PriceBook;
  readonly now?: number;
}

/** Writes the records and the outbox job in one transaction. @returns the accepted total in cents. */
export async function acceptEstimate(
  store: Store,
  companyId: string,
  acceptance: Acceptance = {},
): Promise<number> {
  const { id = ESTIMATE, customerId = CUSTOMER, customer = newCustomer } = acceptance;
  const { book = examplePriceBook } = acceptance;
  const { areas, surfaces, items } = measured(id, acceptance);
  const agreed: Fields<"estimate"> = {
    ...draft,
    priceBookId: book.id,
    customerId,
    status: "accepted",
    acceptedOption: "good",
    acceptedAt: "2026-06-02T18:30:00.000Z",
    acceptedOn: "2026-06-02",
    ...acceptance.estimate,
  };
  const whole = assembleEstimate({ id, ...agreed }, areas, surfaces, items, "2026-06-02");
  const option = price(whole, book).options.find(({ key }) => key === "good");
  if (!option) throw new Error("the price book has no option good");
  const estimate = { ...agreed, acceptedTotal: agreed.acceptedTotal ?? option.totalCents };
  const now = acceptance.now ?? 0;
  await store.write(async (tx) => {
    const stamp = { rev: await nextRevision(tx), updatedBy: "005estimator", now };
    const put = (
      entity: EntityName,
      recordId: string,
      fields: Record<string, string | number | boolean | null>,
    ) => putRecord(tx, companyId, { entity, id: recordId, fields, deleted: false }, stamp);
    if (book.id !== examplePriceBook.id) {
      const by = { publishedBy: "Pat", publishedAt: "2026-05-01T10:00:00.000Z", note: "" };
      await put("priceBook", book.id, publishedFields(book, by));
    }
    await put("customer", customerId, customer);
    await put("estimate", id, estimate);
    for (const { id: recordId, ...fields } of areas) await put("area", recordId, fields);
    for (const { id: recordId, ...fields } of surfaces) await put("surface", recordId, fields);
    for (const { id: recordId, ...fields } of items) await put("item", recordId, fields);
    const payload = JSON.stringify({ estimateId: id, mutationId: uuid(1), userId: "005" });
    await enqueue(tx, { companyId, kind: ACCEPTED_ESTIMATE, key: id, payload, now });
  });
  return option.totalCents;
}

function measured(id: string, { rooms = 2, items = 1, offers = 0 }: Acceptance) {
  const areas: RecordOf<"area">[] = [];
  const surfaces: RecordOf<"surface">[] = [];
  for (let room = 0; room < rooms; room += 1) {
    const areaId = `${id}-a${room}`;
    areas.push({
      id: areaId,
      estimateId: id,
      order: `V${room}`,
      kind: "room",
      name: `Room ${room + 1}`,
      length: "12'6\"",
      width: "14",
      height: "9",
      doors: 1,
      windows: 2,
      ...defaultCircumstances(examplePriceBook),
      note: "",
    });
    for (const [index, surface] of defaultSurfaces(examplePriceBook, "room").entries())
      surfaces.push({
        id: `${areaId}-s${index}`,
        estimateId: id,
        areaId,
        order: `V${index}`,
        ...surface,
      });
  }
  const extra = Array.from({ length: items + offers }, (_, index): RecordOf<"item"> => ({
    id: `${id}-i${index}`,
    estimateId: id,
    order: `V${index}`,
    kind: "cost",
    label: `Wallpaper strip ${index}`,
    quantity: "1",
    unitCost: 1999 + index,
    materialCost: 0,
    margin: null,
    painters: "",
    addOn: "",
    areaId: null,
    optional: index >= items,
    ticked: index < items,
    group: "",
  }));
  return { areas, surfaces, items: extra };
}
