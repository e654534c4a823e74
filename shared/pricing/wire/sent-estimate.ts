import * as z from "zod/mini";
import { _default as orElse } from "zod/mini";
import { entities } from "../../estimate/entities.ts";
import { identifierSchema } from "../../identifiers.ts";
import { dayText } from "../book/numbers.ts";
import { PREP_BY_OPTION } from "../choice-keys.ts";

/**
 * An estimate as other programs send it to be priced: its records by value. What an estimate of the app is born
 * with may be left out, as may what touches no price. Nothing may be there that an estimate does not have.
 */

export const MAX_AREAS = 500;
/** Of all areas together. */
export const MAX_SURFACES = 5000;
export const MAX_ITEMS = 1000;

const estimate = entities.estimate.shape;
const sentFields = z.strictObject({
  id: identifierSchema,
  ...estimate,
  customerId: z.optional(estimate.customerId),
  title: orElse(estimate.title, ""),
  street: orElse(estimate.street, ""),
  city: orElse(estimate.city, ""),
  state: orElse(estimate.state, ""),
  postalCode: orElse(estimate.postalCode, ""),
  /** The book it is priced with where the request names none. */
  priceBookId: z.optional(estimate.priceBookId),
  opportunityId: orElse(estimate.opportunityId, null),
  yearBuilt: orElse(estimate.yearBuilt, null),
  leadSafe: orElse(estimate.leadSafe, null),
  discounts: orElse(estimate.discounts, ""),
  notesForCustomer: orElse(estimate.notesForCustomer, ""),
  notesForCrew: orElse(estimate.notesForCrew, ""),
  createdAt: z.optional(estimate.createdAt),
  estimatorName: orElse(estimate.estimatorName, ""),
  estimatorId: orElse(estimate.estimatorId, null),
  status: orElse(estimate.status, "draft"),
  acceptedOption: orElse(estimate.acceptedOption, null),
  acceptedTotal: orElse(estimate.acceptedTotal, null),
  acceptedAt: orElse(estimate.acceptedAt, null),
  acceptedOn: orElse(estimate.acceptedOn, null),
  crmState: orElse(estimate.crmState, "none"),
  crmMessage: orElse(estimate.crmMessage, null),
  crmOpportunityId: orElse(estimate.crmOpportunityId, null),
  crmQuoteId: orElse(estimate.crmQuoteId, null),
  crmSentAt: orElse(estimate.crmSentAt, null),
});

const area = entities.area.shape;
const sentArea = z.strictObject({
  id: identifierSchema,
  ...area,
  estimateId: z.optional(area.estimateId),
  order: z.optional(area.order),
  name: orElse(area.name, ""),
  length: orElse(area.length, ""),
  width: orElse(area.width, ""),
  height: orElse(area.height, ""),
  /** Missing: the usual one, first in the price book. */
  access: z.optional(area.access),
  occupancy: z.optional(area.occupancy),
  note: orElse(area.note, ""),
});

const surface = entities.surface.shape;
const sentSurface = z.strictObject({
  id: identifierSchema,
  ...surface,
  estimateId: z.optional(surface.estimateId),
  areaId: z.optional(surface.areaId),
  order: z.optional(surface.order),
  painted: orElse(surface.painted, true),
  coats: orElse(surface.coats, null),
  quantity: orElse(surface.quantity, null),
  prep: orElse(surface.prep, PREP_BY_OPTION),
  prepHours: orElse(surface.prepHours, null),
  prepTasks: orElse(surface.prepTasks, ""),
  product: orElse(surface.product, ""),
  sheen: orElse(surface.sheen, ""),
  method: orElse(surface.method, ""),
  primer: orElse(surface.primer, ""),
  condition: orElse(surface.condition, ""),
  colourChange: orElse(surface.colourChange, ""),
  texture: orElse(surface.texture, ""),
  colour: orElse(surface.colour, ""),
});

const item = entities.item.shape;
const sentItem = z.strictObject({
  id: identifierSchema,
  ...item,
  estimateId: z.optional(item.estimateId),
  order: z.optional(item.order),
  kind: orElse(item.kind, "cost"),
  materialCost: orElse(item.materialCost, 0),
  margin: orElse(item.margin, null),
  painters: orElse(item.painters, ""),
  addOn: orElse(item.addOn, ""),
  areaId: orElse(item.areaId, null),
  optional: orElse(item.optional, false),
  ticked: orElse(item.ticked, true),
  group: orElse(item.group, ""),
});

const sentSurfaces = z.array(sentSurface).check(z.maxLength(MAX_SURFACES));
const sentAreas = z
  .array(z.strictObject({ area: sentArea, surfaces: orElse(sentSurfaces, []) }))
  .check(z.maxLength(MAX_AREAS));
const sentItems = z.array(sentItem).check(z.maxLength(MAX_ITEMS));

export const sentEstimateSchema = z.strictObject({
  estimate: sentFields,
  /** In the painter's order, whatever their `order` says. */
  areas: orElse(sentAreas, []),
  items: orElse(sentItems, []),
  /** The day it is priced for. Missing: that of its acceptance, or else the day it is at the server, in UTC. */
  day: z.optional(dayText),
});
export type SentEstimate = Readonly<z.infer<typeof sentEstimateSchema>>;
