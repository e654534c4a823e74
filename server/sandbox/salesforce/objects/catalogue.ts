/** What is sold and for how much: Product2, Pricebook2, PricebookEntry. */
import {
  checkbox,
  computed,
  createOnly,
  currency,
  longText,
  picklist,
  reference,
  text,
} from "./field.ts";
import { defineObject } from "./sobject.ts";

export const product = defineObject({
  name: "Product2",
  label: "Product",
  labelPlural: "Products",
  keyPrefix: "01t",
  fields: [
    text("Name", "Product Name", 255, { required: true }),
    text("ProductCode", "Product Code", 255),
    picklist("Family", "Product Family", ["None", "Painting"]),
    checkbox("IsActive", "Active"),
    longText("Description", "Product Description", 4_000),
  ],
});

export const pricebook = defineObject({
  name: "Pricebook2",
  label: "Price Book",
  labelPlural: "Price Books",
  keyPrefix: "01s",
  fields: [
    text("Name", "Price Book Name", 255, { required: true }),
    checkbox("IsActive", "Active"),
    checkbox("IsStandard", "Is Standard Price Book", computed),
    text("Description", "Description", 255),
  ],
});

export const pricebookEntry = defineObject({
  name: "PricebookEntry",
  label: "Price Book Entry",
  labelPlural: "Price Book Entries",
  keyPrefix: "01u",
  fields: [
    text("Name", "Product Name", 255, computed),
    text("ProductCode", "Product Code", 255, computed),
    reference(
      "Pricebook2Id",
      "Price Book ID",
      { to: "Pricebook2", name: "Pricebook2", children: "PricebookEntries", cascade: true },
      { ...createOnly, required: true },
    ),
    reference(
      "Product2Id",
      "Product ID",
      { to: "Product2", name: "Product2", children: "PricebookEntries", cascade: true },
      { ...createOnly, required: true },
    ),
    currency("UnitPrice", "List Price", { required: true }),
    checkbox("IsActive", "Active"),
    checkbox("UseStandardPrice", "Use Standard Price"),
  ],
});
