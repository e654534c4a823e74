import type { Account, AccountEvent } from "../account.ts";
import type { Delivery, Photo, Project, Tag, User, Webhook } from "../model.ts";
import * as v2 from "../v2/wire.ts";

/** The account as v1 words it: as v2 does, with times as ISO 8601. */

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();

type Times = { readonly created_at: number; readonly updated_at: number };
const withIsoTimes = <T extends Times>(item: T) => ({
  ...item,
  created_at: iso(item.created_at),
  updated_at: iso(item.updated_at),
});

export const userOf = (user: User) => withIsoTimes(v2.userOf(user));
export const tagOf = (tag: Tag) => withIsoTimes(v2.tagOf(tag));
export const webhookOf = (webhook: Webhook) => withIsoTimes(v2.webhookOf(webhook));
export const projectOf = (account: Account, origin: string, project: Project) =>
  withIsoTimes(v2.projectOf(account, origin, project));

export function photoOf(account: Account, origin: string, photo: Photo) {
  const worded = withIsoTimes(v2.photoOf(account, origin, photo, true));
  return { ...worded, captured_at: iso(photo.capturedAt) };
}

export const deliveryOf = ({ id, event, attempts, status, createdAt }: Delivery) => ({
  id,
  event_type: event,
  attempts,
  response_status: status,
  created_at: iso(createdAt),
});

export const eventObjectOf = (account: Account, origin: string, event: AccountEvent) =>
  "photo" in event
    ? photoOf(account, origin, event.photo)
    : projectOf(account, origin, event.project);
