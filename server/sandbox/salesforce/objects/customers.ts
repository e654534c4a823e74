/** The people and places that are painted: Account and Contact. */
import {
  checkbox,
  computed,
  email,
  longText,
  paintboxId,
  phone,
  picklist,
  reference,
  text,
  type Field,
} from "./field.ts";
import { defineObject, owner } from "./sobject.ts";

/** An address in Salesforce is five fields with one prefix. */
export function address(prefix: string, label: string): readonly Field[] {
  return [
    longText(`${prefix}Street`, `${label} Street`, 255),
    text(`${prefix}City`, `${label} City`, 40),
    text(`${prefix}State`, `${label} State/Province`, 80),
    text(`${prefix}PostalCode`, `${label} Zip/Postal Code`, 20),
    text(`${prefix}Country`, `${label} Country`, 80),
  ];
}

export const account = defineObject({
  name: "Account",
  label: "Account",
  labelPlural: "Accounts",
  keyPrefix: "001",
  fields: [
    text("Name", "Account Name", 255, { required: true }),
    picklist("Type", "Account Type", ["Prospect", "Customer - Direct", "Other"]),
    ...address("Billing", "Billing"),
    ...address("Shipping", "Shipping"),
    phone("Phone", "Account Phone"),
    text("Website", "Website", 255),
    text("AccountSource", "Account Source", 255),
    longText("Description", "Account Description", 32_000),
    reference(
      "MasterRecordId",
      "Master Record ID",
      { to: "Account", name: "MasterRecord" },
      computed,
    ),
    owner,
    paintboxId,
  ],
});

export const contact = defineObject({
  name: "Contact",
  label: "Contact",
  labelPlural: "Contacts",
  keyPrefix: "003",
  fields: [
    text("LastName", "Last Name", 80, { required: true }),
    text("FirstName", "First Name", 40),
    text("Name", "Full Name", 121, computed),
    reference("AccountId", "Account ID", {
      to: "Account",
      name: "Account",
      children: "Contacts",
      cascade: true,
    }),
    text("Title", "Title", 128),
    email("Email", "Email"),
    phone("Phone", "Business Phone"),
    phone("MobilePhone", "Mobile Phone"),
    ...address("Mailing", "Mailing"),
    longText("Description", "Contact Description", 32_000),
    owner,
    paintboxId,
  ],
});

export const lead = defineObject({
  name: "Lead",
  label: "Lead",
  labelPlural: "Leads",
  keyPrefix: "00Q",
  fields: [
    text("LastName", "Last Name", 80, { required: true }),
    text("FirstName", "First Name", 40),
    text("Company", "Company", 255, { required: true }),
    picklist(
      "Status",
      "Lead Status",
      ["Open - Not Contacted", "Working - Contacted", "Closed - Converted"],
      {
        fallback: "Open - Not Contacted",
      },
    ),
    email("Email", "Email"),
    phone("Phone", "Phone"),
    ...address("", "").map((field) => ({ ...field, label: field.label.trim() })),
    checkbox("IsConverted", "Converted", computed),
    reference(
      "ConvertedAccountId",
      "Converted Account ID",
      { to: "Account", name: "ConvertedAccount" },
      computed,
    ),
    reference(
      "ConvertedContactId",
      "Converted Contact ID",
      { to: "Contact", name: "ConvertedContact" },
      computed,
    ),
    reference(
      "ConvertedOpportunityId",
      "Converted Opportunity ID",
      { to: "Opportunity", name: "ConvertedOpportunity" },
      computed,
    ),
    owner,
  ],
});
