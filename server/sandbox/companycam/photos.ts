import * as z from "zod/mini";
import type { Account } from "./account.ts";
import type { Photo, Tag, User } from "./model.ts";
import { livingProject } from "./projects.ts";
import { invalid, notFound } from "./refusal.ts";

/** What both APIs do to photos and their tags. */

const coordinatesSchema = z.optional(z.nullable(z.object({ lat: z.number(), lon: z.number() })));
export const photoBodySchema = z.object({
  photo: z.object({
    uri: z.string(),
    captured_at: z.union([z.int(), z.string()]),
    coordinates: coordinatesSchema,
    description: z.optional(z.nullable(z.string())),
    tags: z.optional(z.array(z.string())),
  }),
});
export const tagsBodySchema = z.object({ tags: z.array(z.string()) });

export function livingPhoto(account: Account, id: string): Photo {
  const photo = account.photos.get(id);
  if (!photo || photo.status === "deleted") throw notFound();
  return photo;
}

/** Takes note of a photo to be fetched; every call makes one more, whatever was asked before. */
export function createPhoto(
  account: Account,
  creator: User,
  projectId: string,
  { photo: body }: z.infer<typeof photoBodySchema>,
): Photo {
  const project = livingProject(account, projectId);
  const capturedAt =
    typeof body.captured_at === "number" ? body.captured_at : Date.parse(body.captured_at) / 1000;
  if (!Number.isFinite(capturedAt)) throw invalid("captured_at is invalid");
  if (!/^https?:$/.test(URL.parse(body.uri)?.protocol ?? "")) throw invalid("uri is invalid");
  const now = account.now();
  account.projects.put({ ...project, activeAt: now });
  return account.photos.put({
    id: account.newId(),
    projectId: project.id,
    creatorId: creator.id,
    processing: "pending",
    status: "active",
    coordinates: body.coordinates ?? null,
    hash: null,
    description: body.description ?? null,
    internal: false,
    capturedAt: Math.floor(capturedAt),
    createdAt: now,
    updatedAt: now,
    tagIds: tagsNamed(account, body.tags ?? []).map(({ id }) => id),
    sourceUri: body.uri,
    drawing: null,
  });
}

/** Gone without an event: there is none for it. */
export function deletePhoto(account: Account, id: string): void {
  const photo = livingPhoto(account, id);
  account.photos.put({ ...photo, status: "deleted", updatedAt: account.now() });
}

export function setInternal(account: Account, id: string, internal: boolean): Photo {
  const photo = account.photos.put({
    ...livingPhoto(account, id),
    internal,
    updatedAt: account.now(),
  });
  account.emit({ type: "photo.updated", photo });
  return photo;
}

export function tagPhoto(account: Account, id: string, values: readonly string[]): readonly Tag[] {
  const photo = livingPhoto(account, id);
  const tagIds = [
    ...new Set([...photo.tagIds, ...tagsNamed(account, values).map((tag) => tag.id)]),
  ];
  const tagged = account.photos.put({ ...photo, tagIds, updatedAt: account.now() });
  account.emit({ type: "photo.tag_added", photo: tagged });
  return tagIds.flatMap((tagId) => account.tags.get(tagId) ?? []);
}

/** The tags of these names, those that are missing made: a slip of the pen is a new tag. */
const tagsNamed = (account: Account, values: readonly string[]): readonly Tag[] =>
  values.map(
    (value) =>
      account.tags.all().find((tag) => tag.value.toLowerCase() === value.toLowerCase()) ??
      account.tags.put({ id: account.newId(), value, createdAt: account.now() }),
  );

export type PhotoFilter = {
  readonly projectId: string | null;
  /** Both inclusive, and both about the moment it was taken, never about when it came. */
  readonly from: number;
  readonly to: number;
};

/** The latest taken first. */
export const findPhotos = (account: Account, filter: PhotoFilter): readonly Photo[] =>
  account.photos
    .all()
    .filter(
      ({ projectId, capturedAt, status }) =>
        status === "active" &&
        (filter.projectId === null || projectId === filter.projectId) &&
        capturedAt >= filter.from &&
        capturedAt <= filter.to,
    )
    .toSorted(
      (one, other) => other.capturedAt - one.capturedAt || Number(other.id) - Number(one.id),
    );
