/** The org and who works in it: Organization, User with profile and role, and their tasks. */
import { checkbox, date, email, longText, phone, picklist, reference, text } from "./field.ts";
import { defineObject, owner } from "./sobject.ts";

export const organization = defineObject({
  name: "Organization",
  label: "Organization",
  labelPlural: "Organizations",
  keyPrefix: "00D",
  writable: false,
  fields: [
    text("Name", "Name", 80, { required: true }),
    checkbox("IsSandbox", "Is Sandbox"),
    text("InstanceName", "Instance Name", 5),
  ],
});

export const profile = defineObject({
  name: "Profile",
  label: "Profile",
  labelPlural: "Profiles",
  keyPrefix: "00e",
  writable: false,
  fields: [text("Name", "Name", 255, { required: true })],
});

export const userRole = defineObject({
  name: "UserRole",
  label: "Role",
  labelPlural: "Roles",
  keyPrefix: "00E",
  writable: false,
  fields: [text("Name", "Name", 80, { required: true })],
});

export const user = defineObject({
  name: "User",
  label: "User",
  labelPlural: "Users",
  keyPrefix: "005",
  writable: false,
  fields: [
    text("Username", "Username", 80, { required: true }),
    text("LastName", "Last Name", 80, { required: true }),
    text("FirstName", "First Name", 40),
    text("Name", "Full Name", 121),
    email("Email", "Email"),
    phone("Phone", "Phone"),
    text("Alias", "Alias", 8),
    text("Title", "Title", 80),
    checkbox("IsActive", "Active"),
    text("UserType", "User Type", 40, { fallback: "Standard" }),
    text("LanguageLocaleKey", "Language", 40, { fallback: "en_US" }),
    text("LocaleSidKey", "Locale", 40, { fallback: "en_US" }),
    text("TimeZoneSidKey", "Time Zone", 40, { fallback: "America/Denver" }),
    reference("ProfileId", "Profile ID", { to: "Profile", name: "Profile" }),
    reference("UserRoleId", "Role ID", { to: "UserRole", name: "UserRole" }),
  ],
});

export const task = defineObject({
  name: "Task",
  label: "Task",
  labelPlural: "Tasks",
  keyPrefix: "00T",
  nameField: "Subject",
  fields: [
    text("Subject", "Subject", 255),
    picklist(
      "Status",
      "Status",
      ["Not Started", "In Progress", "Completed", "Waiting on someone else", "Deferred"],
      { fallback: "Not Started" },
    ),
    picklist("Priority", "Priority", ["High", "Normal", "Low"], { fallback: "Normal" }),
    date("ActivityDate", "Due Date Only"),
    longText("Description", "Description", 32_000),
    reference("WhatId", "Related To ID", { to: "Opportunity", name: "What" }),
    reference("WhoId", "Name ID", { to: "Contact", name: "Who" }),
    owner,
  ],
});
