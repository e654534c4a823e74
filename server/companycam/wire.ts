import * as z from "zod/mini";
import type { Photo, Project, Tag, User, Webhook } from "./model.ts";
import { processingStatuses } from "./model.ts";

/**
 * What both APIs of CompanyCam call the same. They differ in how they write times, so that each brings its own; anything
 * we do not need is not looked at.
 */

/** Reads a time on the wire into Unix milliseconds. */
export type WireTime = z.ZodMiniType<number>;

const text = z.prefault(z.nullable(z.string()), null);
const id = z.union([z.string(), z.pipe(z.number(), z.transform(String))]);

export const wireOf = (time: WireTime) => {
  const project = z.object({
    id,
    name: text,
    status: z.prefault(z.string(), "active"),
    archived: z.prefault(z.boolean(), false),
    address: z.prefault(
      z.nullable(z.object({ street_address_1: text, city: text, state: text, postal_code: text })),
      null,
    ),
    photo_count: z.prefault(z.nullable(z.number()), null),
    project_url: text,
    created_at: time,
    updated_at: time,
  });
  const photo = z.object({
    id,
    project_id: id,
    // Not known to be in v1's answers: a photo that is not said to be on its way has arrived.
    processing_status: z.prefault(z.enum(processingStatuses), "processed"),
    hash: text,
    description: text,
    internal: z.prefault(z.boolean(), false),
    creator_name: text,
    uris: z.prefault(z.array(z.object({ type: z.string(), uri: z.string() })), []),
    photo_url: text,
    captured_at: time,
    created_at: time,
    updated_at: time,
  });
  return { project, photo };
};

export const userWire = z.object({ id, first_name: text, last_name: text, user_role: text });
export const tagWire = z.object({ id, display_value: z.string() });
export const webhookWire = z.object({
  id,
  url: z.string(),
  scopes: z.array(z.string()),
  enabled: z.boolean(),
  token: text,
});

type Wire = ReturnType<typeof wireOf>;

export const projectFrom = (wire: z.infer<Wire["project"]>): Project => ({
  id: wire.id,
  name: wire.name,
  isArchived: wire.archived,
  street: wire.address?.street_address_1 ?? "",
  city: wire.address?.city ?? "",
  state: wire.address?.state ?? "",
  postalCode: wire.address?.postal_code ?? "",
  photoCount: wire.photo_count,
  url: wire.project_url,
  createdAt: wire.created_at,
  updatedAt: wire.updated_at,
});

export const photoFrom = (wire: z.infer<Wire["photo"]>): Photo => ({
  id: wire.id,
  projectId: wire.project_id,
  processing: wire.processing_status,
  hash: wire.hash,
  description: wire.description,
  isInternal: wire.internal,
  creatorName: wire.creator_name ?? "",
  uris: Object.fromEntries(wire.uris.map(({ type, uri }) => [type, uri])),
  url: wire.photo_url,
  capturedAt: wire.captured_at,
  createdAt: wire.created_at,
  updatedAt: wire.updated_at,
});

export const userFrom = (wire: z.infer<typeof userWire>): User => ({
  id: wire.id,
  name: [wire.first_name, wire.last_name].filter(Boolean).join(" "),
  role: wire.user_role ?? "",
});

export const tagFrom = (wire: z.infer<typeof tagWire>): Tag => ({
  id: wire.id,
  name: wire.display_value,
});

export const webhookFrom = (wire: z.infer<typeof webhookWire>): Webhook => ({
  id: wire.id,
  url: wire.url,
  scopes: wire.scopes,
  isEnabled: wire.enabled,
  token: wire.token ?? "",
});

/** Reads a list to its end. @param most pages; nobody has more people or tags than that. */
export async function allPages<T, E>(
  page: (cursor: string | null) => Promise<
    | {
        readonly ok: true;
        readonly value: { readonly items: readonly T[]; readonly next: string | null };
      }
    | { readonly ok: false; readonly error: E }
  >,
  most: number,
): Promise<
  { readonly ok: true; readonly value: readonly T[] } | { readonly ok: false; readonly error: E }
> {
  const all: T[] = [];
  let cursor: string | null = null;
  for (let each = 0; each < most; each += 1) {
    const answer = await page(cursor);
    if (!answer.ok) return answer;
    all.push(...answer.value.items);
    cursor = answer.value.next;
    if (cursor === null) break;
  }
  return { ok: true, value: all };
}
