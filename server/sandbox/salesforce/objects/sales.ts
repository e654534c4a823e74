/** The sale in progress: Opportunity, its contact roles and its products. */
import {
  checkbox,
  computed,
  createOnly,
  currency,
  date,
  decimal,
  integer,
  longText,
  paintboxId,
  percent,
  picklist,
  reference,
  text,
} from "./field.ts";
import { defineObject, owner } from "./sobject.ts";

type Stage = {
  readonly name: string;
  readonly probability: number;
  readonly forecast: string;
  readonly closed?: "won" | "lost";
};

/** The sales stages of a new Salesforce org with their default probability in percent. */
export const stages: readonly Stage[] = [
  { name: "Prospecting", probability: 10, forecast: "Pipeline" },
  { name: "Qualification", probability: 10, forecast: "Pipeline" },
  { name: "Needs Analysis", probability: 20, forecast: "Pipeline" },
  { name: "Value Proposition", probability: 50, forecast: "Pipeline" },
  { name: "Id. Decision Makers", probability: 60, forecast: "Pipeline" },
  { name: "Perception Analysis", probability: 70, forecast: "Pipeline" },
  { name: "Proposal/Price Quote", probability: 75, forecast: "Best Case" },
  { name: "Negotiation/Review", probability: 90, forecast: "Best Case" },
  { name: "Closed Won", probability: 100, forecast: "Closed", closed: "won" },
  { name: "Closed Lost", probability: 0, forecast: "Omitted", closed: "lost" },
];

export const opportunity = defineObject({
  name: "Opportunity",
  label: "Opportunity",
  labelPlural: "Opportunities",
  keyPrefix: "006",
  fields: [
    text("Name", "Name", 120, { required: true }),
    reference("AccountId", "Account ID", {
      to: "Account",
      name: "Account",
      children: "Opportunities",
      cascade: true,
    }),
    picklist(
      "StageName",
      "Stage",
      stages.map((stage) => stage.name),
      { required: true },
    ),
    date("CloseDate", "Close Date", { required: true }),
    currency("Amount", "Amount"),
    percent("Probability", "Probability (%)"),
    checkbox("IsClosed", "Closed", computed),
    checkbox("IsWon", "Won", computed),
    text("ForecastCategoryName", "Forecast Category", 40, computed),
    checkbox("HasOpportunityLineItem", "Has Line Item", computed),
    reference("Pricebook2Id", "Price Book ID", { to: "Pricebook2", name: "Pricebook2" }),
    picklist("Type", "Opportunity Type", ["New Customer", "Existing Customer - Upgrade"]),
    text("LeadSource", "Lead Source", 255),
    text("NextStep", "Next Step", 255),
    longText("Description", "Description", 32_000),
    owner,
    paintboxId,
  ],
});

export const opportunityContactRole = defineObject({
  name: "OpportunityContactRole",
  label: "Opportunity Contact Role",
  labelPlural: "Opportunity Contact Roles",
  keyPrefix: "00K",
  nameField: "Role",
  fields: [
    reference(
      "OpportunityId",
      "Opportunity ID",
      {
        to: "Opportunity",
        name: "Opportunity",
        children: "OpportunityContactRoles",
        cascade: true,
      },
      { ...createOnly, required: true },
    ),
    reference(
      "ContactId",
      "Contact ID",
      { to: "Contact", name: "Contact", cascade: true },
      { required: true },
    ),
    picklist("Role", "Role", ["Decision Maker", "Evaluator", "Influencer", "Other"]),
    checkbox("IsPrimary", "Primary"),
  ],
});

export const opportunityLineItem = defineObject({
  name: "OpportunityLineItem",
  label: "Opportunity Product",
  labelPlural: "Opportunity Products",
  keyPrefix: "00k",
  fields: [
    reference(
      "OpportunityId",
      "Opportunity ID",
      { to: "Opportunity", name: "Opportunity", children: "OpportunityLineItems", cascade: true },
      { ...createOnly, required: true },
    ),
    reference(
      "PricebookEntryId",
      "Price Book Entry ID",
      { to: "PricebookEntry", name: "PricebookEntry" },
      { ...createOnly, required: true },
    ),
    reference("Product2Id", "Product ID", { to: "Product2", name: "Product2" }, createOnly),
    text("Name", "Opportunity Product Name", 376, computed),
    text("ProductCode", "Product Code", 255, computed),
    decimal("Quantity", "Quantity", 2, { required: true }),
    currency("UnitPrice", "Sales Price", { required: true }),
    percent("Discount", "Discount"),
    currency("ListPrice", "List Price", computed),
    currency("Subtotal", "Subtotal", computed),
    currency("TotalPrice", "Total Price", computed),
    date("ServiceDate", "Date"),
    integer("SortOrder", "Sort Order", computed),
    text("Description", "Line Description", 255),
    paintboxId,
  ],
});
