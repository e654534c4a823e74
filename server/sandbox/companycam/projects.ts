import * as z from "zod/mini";
import type { Account } from "./account.ts";
import type { Project, User } from "./model.ts";
import { invalid, notFound } from "./refusal.ts";

/** What both APIs do to projects. */

const text = z.optional(z.nullable(z.string()));
const addressSchema = z.object({
  street_address_1: text,
  street_address_2: text,
  city: text,
  state: text,
  postal_code: text,
  country: text,
});
const coordinatesSchema = z.optional(z.nullable(z.object({ lat: z.number(), lon: z.number() })));
export const projectBodySchema = z.object({
  name: text,
  address: z.optional(addressSchema),
  coordinates: coordinatesSchema,
  primary_contact: z.optional(
    z.nullable(z.object({ name: text, email: text, phone_number: text })),
  ),
});
export type ProjectBody = z.infer<typeof projectBodySchema>;

const addressOf = (address: ProjectBody["address"]): Project["address"] => ({
  street_address_1: address?.street_address_1 ?? null,
  street_address_2: address?.street_address_2 ?? null,
  city: address?.city ?? null,
  state: address?.state ?? null,
  postal_code: address?.postal_code ?? null,
  country: address?.country ?? null,
});

export function livingProject(account: Account, id: string): Project {
  const project = account.projects.get(id);
  if (!project || project.status === "deleted") throw notFound();
  return project;
}

export function createProject(account: Account, creator: User, body: ProjectBody): Project {
  if (!body.name && !body.address?.street_address_1)
    throw invalid("Name or address must be present");
  const now = account.now();
  const project = account.projects.put({
    id: account.newId(),
    name: body.name ?? null,
    status: "active",
    archived: false,
    address: addressOf(body.address),
    coordinates: body.coordinates ?? null,
    primaryContact: body.primary_contact
      ? {
          name: body.primary_contact.name ?? null,
          email: body.primary_contact.email ?? null,
          phone_number: body.primary_contact.phone_number ?? null,
        }
      : null,
    notepad: "",
    creatorId: creator.id,
    createdAt: now,
    updatedAt: now,
    activeAt: now,
  });
  account.emit({ type: "project.created", project });
  return project;
}

export function updateProject(account: Account, id: string, body: ProjectBody): Project {
  const project = livingProject(account, id);
  const now = account.now();
  const updated = account.projects.put({
    ...project,
    ...(body.name === undefined ? {} : { name: body.name }),
    ...(body.address === undefined ? {} : { address: addressOf(body.address) }),
    updatedAt: now,
    activeAt: now,
  });
  account.emit({ type: "project.updated", project: updated });
  return updated;
}

export function deleteProject(account: Account, id: string): void {
  const project = livingProject(account, id);
  const deleted = { ...project, status: "deleted", updatedAt: account.now() } as const;
  account.emit({ type: "project.deleted", project: account.projects.put(deleted) });
}

/** One project becomes part of another: its photos move, and it is gone. The event tells of the one that stays. */
export function mergeProjects(account: Account, from: string, into: string): void {
  const [loser, survivor] = [livingProject(account, from), livingProject(account, into)];
  const now = account.now();
  for (const photo of account.photos.all())
    if (photo.projectId === loser.id)
      account.photos.put({ ...photo, projectId: survivor.id, updatedAt: now });
  account.projects.put({ ...loser, status: "deleted", updatedAt: now });
  const kept = account.projects.put({ ...survivor, updatedAt: now, activeAt: now });
  account.emit({ type: "project.merged", project: kept });
}

/**
 * Projects whose name or address has all the words.
 *
 * @param indexedBefore what is newer is not in the index of the search yet. Unix seconds.
 */
export function searchProjects(
  account: Account,
  query: string,
  indexedBefore: number,
): readonly Project[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return account.projects.all().filter(({ name, address, createdAt }) => {
    const haystack = [name, ...Object.values(address)].join(" ").toLowerCase();
    return createdAt <= indexedBefore && words.every((word) => haystack.includes(word));
  });
}

/** The latest activity first. */
export const byActivity = (one: Project, other: Project): number =>
  other.activeAt - one.activeAt || Number(other.id) - Number(one.id);
