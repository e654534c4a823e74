import type { AccountEvent, Account } from "../account.ts";
import type { Photo, Project, Tag, User, Webhook } from "../model.ts";
import { renditions } from "../pictures/draw-room.ts";

/** The account as v2 words it: times in Unix seconds, ids as texts. */

export const companyOf = (name: string) => ({ id: "1", name, status: "active" });

export const userOf = (user: User) => ({
  id: user.id,
  company_id: "1",
  first_name: user.firstName,
  last_name: user.lastName,
  email_address: user.email,
  user_role: user.role,
  status: "active",
  created_at: user.createdAt,
  updated_at: user.createdAt,
});

export const tagOf = ({ id, value, createdAt }: Tag) => ({
  id,
  company_id: "1",
  display_value: value,
  value: value.toLowerCase(),
  created_at: createdAt,
  updated_at: createdAt,
});

const nameOf = ({ firstName, lastName }: User): string => `${firstName} ${lastName}`;

/** @param origin where the account's pages and pictures are found. */
export function projectOf(account: Account, origin: string, project: Project) {
  const { id, name, status, archived, address, coordinates, notepad } = project;
  const creator = account.users.get(project.creatorId);
  const photos = account.photos
    .all()
    .filter((photo) => photo.projectId === id && photo.status === "active");
  const [newest] = photos.toReversed();
  return {
    id,
    company_id: "1",
    creator_id: project.creatorId,
    creator_type: "User",
    creator_name: creator ? nameOf(creator) : "",
    status,
    archived,
    name,
    address,
    coordinates,
    geofence: [],
    primary_contact: project.primaryContact,
    notepad,
    slug: id,
    public: false,
    project_url: `${origin}/projects/${id}`,
    embedded_project_url: `${origin}/embeds/projects/${id}`,
    integrations: [],
    feature_image: newest ? urisOf(origin, newest, false) : [],
    photo_count: photos.length,
    public_url: null,
    created_at: project.createdAt,
    updated_at: project.updatedAt,
  };
}

const urisOf = (origin: string, photo: Photo, annotated: boolean) =>
  renditions
    .flatMap((type) => (annotated ? [type, `${type}_annotation`] : [type]))
    .map((type) => {
      const uri = `${origin}/static/${photo.id}/${type}`;
      return { type, uri, url: uri };
    });

/** @param annotated whether the renditions with annotations are named as well, as v1 does. */
export function photoOf(account: Account, origin: string, photo: Photo, annotated = false) {
  const creator = account.users.get(photo.creatorId);
  return {
    id: photo.id,
    company_id: "1",
    creator_id: photo.creatorId,
    creator_type: "User",
    creator_name: creator ? nameOf(creator) : "",
    project_id: photo.projectId,
    processing_status: photo.processing,
    status: photo.status,
    coordinates: photo.coordinates,
    uris: photo.hash === null ? [] : urisOf(origin, photo, annotated),
    hash: photo.hash,
    description: photo.description,
    internal: photo.internal,
    photo_url: `${origin}/photos/${photo.id}`,
    origin: photo.sourceUri === null ? "mobile" : "api",
    comment_count: 0,
    has_comments: false,
    captured_at: photo.capturedAt,
    created_at: photo.createdAt,
    updated_at: photo.updatedAt,
  };
}

export const webhookOf = ({ id, url, scopes, token, enabled, createdAt, updatedAt }: Webhook) => ({
  id,
  company_id: "1",
  url,
  scopes,
  token,
  enabled,
  created_at: createdAt,
  updated_at: updatedAt,
});

export const eventObjectOf = (account: Account, origin: string, event: AccountEvent) =>
  "photo" in event
    ? photoOf(account, origin, event.photo)
    : projectOf(account, origin, event.project);
