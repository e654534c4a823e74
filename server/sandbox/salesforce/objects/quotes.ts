/** The written offer: Quote and its lines. */
import { address } from "./customers.ts";
import {
  computed,
  createOnly,
  currency,
  date,
  decimal,
  email,
  integer,
  longText,
  paintboxId,
  percent,
  phone,
  picklist,
  reference,
  text,
} from "./field.ts";
import { defineObject, owner } from "./sobject.ts";

/** The values of Quote.Status in a new org, in their order. */
export const quoteStatuses = [
  "Draft",
  "Needs Review",
  "In Review",
  "Approved",
  "Rejected",
  "Presented",
  "Accepted",
  "Denied",
] as const;

export const quote = defineObject({
  name: "Quote",
  label: "Quote",
  labelPlural: "Quotes",
  keyPrefix: "0Q0",
  fields: [
    text("Name", "Quote Name", 255, { required: true }),
    text("QuoteNumber", "Quote Number", 30, computed),
    reference(
      "OpportunityId",
      "Opportunity ID",
      { to: "Opportunity", name: "Opportunity", children: "Quotes", cascade: true },
      { ...createOnly, required: true },
    ),
    reference(
      "AccountId",
      "Account ID",
      { to: "Account", name: "Account", children: "Quotes" },
      computed,
    ),
    reference("ContactId", "Contact ID", { to: "Contact", name: "Contact" }),
    reference("Pricebook2Id", "Price Book ID", { to: "Pricebook2", name: "Pricebook2" }),
    picklist("Status", "Status", quoteStatuses, { fallback: "Draft" }),
    date("ExpirationDate", "Expiration Date"),
    integer("LineItemCount", "Line Items", computed),
    currency("Subtotal", "Subtotal", computed),
    percent("Discount", "Discount", computed),
    currency("TotalPrice", "Total Price", computed),
    currency("Tax", "Tax"),
    currency("ShippingHandling", "Shipping and Handling"),
    currency("GrandTotal", "Grand Total", computed),
    email("Email", "Email"),
    phone("Phone", "Phone"),
    text("BillingName", "Bill To Name", 255),
    ...address("Billing", "Bill To"),
    text("ShippingName", "Ship To Name", 255),
    ...address("Shipping", "Ship To"),
    longText("Description", "Description", 32_000),
    owner,
    paintboxId,
  ],
});

export const quoteLineItem = defineObject({
  name: "QuoteLineItem",
  label: "Quote Line Item",
  labelPlural: "Quote Line Items",
  keyPrefix: "0QL",
  nameField: "LineNumber",
  fields: [
    reference(
      "QuoteId",
      "Quote ID",
      { to: "Quote", name: "Quote", children: "QuoteLineItems", cascade: true },
      { ...createOnly, required: true },
    ),
    reference(
      "PricebookEntryId",
      "Price Book Entry ID",
      { to: "PricebookEntry", name: "PricebookEntry" },
      { ...createOnly, required: true },
    ),
    reference("Product2Id", "Product ID", { to: "Product2", name: "Product2" }, createOnly),
    text("LineNumber", "Line Item Number", 30, computed),
    decimal("Quantity", "Quantity", 2, { required: true }),
    currency("UnitPrice", "Sales Price", { required: true }),
    percent("Discount", "Discount"),
    currency("ListPrice", "List Price", computed),
    currency("Subtotal", "Subtotal", computed),
    currency("TotalPrice", "Total Price", computed),
    date("ServiceDate", "Date"),
    integer("SortOrder", "Sort Order"),
    text("Description", "Line Item Description", 255),
    paintboxId,
  ],
});

/** Whether an object of this name goes with the Quotes feature. */
export const isQuoteObject = (name: string): boolean =>
  [quote, quoteLineItem].some((object) => object.name.toLowerCase() === name.toLowerCase());
