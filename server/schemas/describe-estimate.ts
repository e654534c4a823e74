import type { Descriptions } from "./describe.ts";

const SERVER_ONLY = "Written by the server, about Salesforce. Not needed for a price.";
const ACCEPTANCE = "Of the acceptance. Not needed for a price.";
const JOB = "For people to read. Not needed for a price.";
const OF_ESTIMATE = "The estimate's id. Missing: the one it is in.";
const ORDER = "As the app keeps it. Lists are in order as they stand, whatever it says.";

export const estimateDescriptions: Descriptions = {
  estimate: "What is said of the job as a whole.",
  "estimate.id": "Any id of your own.",
  "estimate.customerId": "Not needed for a price.",
  "estimate.title": JOB,
  "estimate.street": JOB,
  "estimate.city": JOB,
  "estimate.state": "Sales tax and deposit go by it: two letters, or the state's name in English.",
  "estimate.postalCode": JOB,
  "estimate.priceBookId":
    "The price book it is priced with where the request names none. Missing: the company's current one.",
  "estimate.opportunityId": "In Salesforce. Not needed for a price.",
  "estimate.yearBuilt": "Old houses raise the question of lead-safe work.",
  "estimate.leadSafe": "Whether the work is done lead-safe; null: not decided yet.",
  "estimate.discounts":
    "Keys of the price book's discounts that are given, in alphabetical order with one space between.",
  "estimate.notesForCustomer": JOB,
  "estimate.notesForCrew": JOB,
  "estimate.createdAt": "When, in UTC. Not needed for a price.",
  "estimate.estimatorName": JOB,
  "estimate.estimatorId": "Whose estimate it is, in Salesforce. Not needed for a price.",
  "estimate.status": ACCEPTANCE,
  "estimate.acceptedOption": ACCEPTANCE,
  "estimate.acceptedTotal": ACCEPTANCE,
  "estimate.acceptedAt":
    "When it was accepted. It is priced for that day unless `day` says another.",
  "estimate.acceptedOn": "The day of the acceptance where the tablet was.",
  "estimate.crmState": SERVER_ONLY,
  "estimate.crmMessage": SERVER_ONLY,
  "estimate.crmOpportunityId": SERVER_ONLY,
  "estimate.crmQuoteId": SERVER_ONLY,
  "estimate.crmSentAt": SERVER_ONLY,
  areas: "Rooms and sides of the house, in the painter's order. Their ids are distinct.",
  "areas[].area": "A room, or one side of a house.",
  "areas[].area.id": "Any id of your own, distinct from those of other areas.",
  "areas[].area.estimateId": OF_ESTIMATE,
  "areas[].area.order": ORDER,
  "areas[].area.kind": "A room, or one side of a house.",
  "areas[].area.name": "As the customer knows it.",
  "areas[].area.length": "As typed: `12'6\"`.",
  "areas[].area.width": "As typed.",
  "areas[].area.height": "As typed.",
  "areas[].area.doors": "How many doors are in its walls.",
  "areas[].area.windows": "How many windows are in its walls.",
  "areas[].area.access": "A key of the book's `access`. Missing: the usual one, its first.",
  "areas[].area.occupancy": "A key of the book's `occupancy`. Missing: the usual one, its first.",
  "areas[].area.note": JOB,
  "areas[].surfaces":
    "What is there to be painted. All areas together have 5,000 at the most; ids are distinct, also from items.",
  "areas[].surfaces[].id": "Any id of your own; the line of the result bears it.",
  "areas[].surfaces[].estimateId": OF_ESTIMATE,
  "areas[].surfaces[].areaId": "The area's id. Missing: the one it is in.",
  "areas[].surfaces[].order": ORDER,
  "areas[].surfaces[].substrate": "What it is: a key of the book's `substrates`.",
  "areas[].surfaces[].painted": "Only what is painted is priced; what is not was thought of.",
  "areas[].surfaces[].coats": "Instead of the option's; null leaves it to the option.",
  "areas[].surfaces[].quantity":
    "Instead of what the measures of the area give, in the substrate's unit, as typed: `324` or `18.5`.",
  "areas[].surfaces[].prep":
    "A key of the book's `prepLevels`; `by-option` leaves it to the option.",
  "areas[].surfaces[].prepHours":
    "Hours of prep as typed, whatever the level says; null leaves it to `prepTasks` and `prep`.",
  "areas[].surfaces[].prepTasks":
    "Prep by task in percent of the surface, in alphabetical order: `caulk=100 scrape=20`.",
  "areas[].surfaces[].product": "Instead of the option's; empty leaves it to the option.",
  "areas[].surfaces[].sheen": "Instead of the option's; empty leaves it to the option.",
  "areas[].surfaces[].method":
    "Instead of the option's or the substrate's; empty leaves it to them.",
  "areas[].surfaces[].primer":
    "Instead of the option's; `none` wants none, empty leaves it to the option.",
  "areas[].surfaces[].condition": "Empty: the usual one, first in the book.",
  "areas[].surfaces[].colourChange": "Empty: the usual one, first in the book.",
  "areas[].surfaces[].texture": "Empty: the usual one, first in the book.",
  "areas[].surfaces[].colour":
    "Name or code; empty: not chosen yet. Paint of one product, sheen and color is bought together.",
  items: "Lines beside the measured surfaces.",
  "items[].id": "Any id of your own; the line of the result bears it.",
  "items[].estimateId": OF_ESTIMATE,
  "items[].order": ORDER,
  "items[].kind":
    "How it is priced: at cost plus profit, at a price as it stands, by painters and days, or as an add-on of the book.",
  "items[].label": "What the customer reads.",
  "items[].quantity": "Pieces, or days of the crew, as typed.",
  "items[].unitCost":
    "In cents, of a piece: for `cost` the cost without material, for `price` the whole price; else not used.",
  "items[].materialCost":
    "In cents: the material in it, taxed where materials are. Of a piece, for `crew-days` of the whole line.",
  "items[].margin":
    "Percent of the price instead of the book's profit, as typed; null leaves it to the book.",
  "items[].painters": "How many painters, for `crew-days`, as typed.",
  "items[].addOn": "A key of the book's `addOns`, for `add-on`.",
  "items[].areaId": "The area whose work it covers, or null.",
  "items[].optional": "Counts only while it is ticked.",
  "items[].ticked": "Whether the customer wants it.",
  "items[].group":
    "Optional lines of one group are alternates: one of them at the most. Empty: none.",
  day: "The day it is priced for; discounts end by it. Missing: that of its acceptance, or else today in UTC.",
};
