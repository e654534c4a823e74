/** Looks users up for sign-in: who exists, is active, and may use which app. */
import { parseRecordId } from "../objects/record-id.ts";
import { profile, user, userRole } from "../objects/people.ts";
import { integrationProfiles } from "../org.ts";
import type { RecordStore, StoredRecord } from "../store/record-store.ts";

export type DirectoryUser = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly isActive: boolean;
  readonly profile: string;
  readonly role: string;
  readonly language: string;
  readonly timeZone: string;
  readonly updatedAt: string;
};

export function findUserById(store: RecordStore, id: string): DirectoryUser | undefined {
  const record = store.get(user, parseRecordId(id) ?? "");
  return record && describeUser(store, record);
}

export function findUserByUsername(
  store: RecordStore,
  username: string,
): DirectoryUser | undefined {
  const wanted = username.toLowerCase();
  for (const record of store.all(user)) {
    if (String(record["Username"]).toLowerCase() === wanted) return describeUser(store, record);
  }
  return undefined;
}

/** The people the sign-in page offers: active users who have a role. */
export function peopleForSignIn(store: RecordStore): readonly DirectoryUser[] {
  return [...store.all(user)]
    .map((record) => describeUser(store, record))
    .filter((each) => each.isActive && each.role !== "");
}

/** Has an administrator pre-authorised the JWT app for this user's profile? */
export const isPreAuthorized = (each: DirectoryUser): boolean =>
  integrationProfiles.includes(each.profile);

function describeUser(store: RecordStore, record: StoredRecord): DirectoryUser {
  const text = (field: string): string => String(record[field] ?? "");
  return {
    id: record.Id,
    username: text("Username"),
    name: text("Name"),
    firstName: text("FirstName"),
    lastName: text("LastName"),
    email: text("Email"),
    isActive: record["IsActive"] === true,
    profile: String(store.get(profile, text("ProfileId"))?.["Name"] ?? ""),
    role: String(store.get(userRole, text("UserRoleId"))?.["Name"] ?? ""),
    language: text("LanguageLocaleKey"),
    timeZone: text("TimeZoneSidKey"),
    updatedAt: text("SystemModstamp"),
  };
}
