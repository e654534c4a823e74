import * as z from "zod/mini";
import { type Answer, answered, failed } from "../errors.ts";
import type { Page } from "../model.ts";
import type { CompanyCam, NewPhoto, NewProject, NewWebhook } from "../port.ts";
import type { ApiCall, Transport } from "../transport.ts";
import {
  allPages,
  photoFrom,
  projectFrom,
  tagFrom,
  tagWire,
  userFrom,
  userWire,
  webhookFrom,
  webhookWire,
  wireOf,
} from "../wire.ts";

/** ISO 8601 on the wire. */
const time = z.pipe(
  z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)), "no time")),
  z.transform((text: string) => Date.parse(text)),
);
const { project, photo } = wireOf(time);
/** Whole seconds: that is what dates are compared by. */
const toIso = (milliseconds: number): string =>
  new Date(Math.floor(milliseconds / 1000) * 1000).toISOString();

const LIMIT = 100;
/** Of people and tags. */
const MOST_PAGES = 20;

const metaSchema = z.prefault(
  z.object({
    next_cursor: z.prefault(z.nullable(z.string()), null),
    has_next: z.prefault(z.boolean(), false),
  }),
  {},
);
const one = <S extends z.ZodMiniType>(data: S) => z.object({ data });
const many = <S extends z.ZodMiniType>(item: S) =>
  z.object({ data: z.array(item), meta: metaSchema });

/** CompanyCam's public API v1: an envelope, cursors, ISO 8601, PATCH. */
export function v1Adapter({ send }: Pick<Transport, "send">): CompanyCam {
  const get = (path: string, query: ApiCall["query"] = {}) =>
    ({ method: "GET", path, query }) as const;

  const page = async <S extends z.ZodMiniType>(
    path: string,
    query: ApiCall["query"],
    cursor: string | null,
    item: S,
  ): Promise<Answer<Page<z.infer<S>>>> => {
    const answer = await send(get(path, { ...query, after: cursor, limit: LIMIT }), many(item));
    if (!answer.ok) return answer;
    const { data, meta } = answer.value.value;
    return answered({ items: data, next: meta.has_next ? meta.next_cursor : null });
  };
  const listOf = <S extends z.ZodMiniType>(path: string, item: S) =>
    allPages((cursor) => page(path, {}, cursor, item), MOST_PAGES);
  const projects = async (path: string, query: ApiCall["query"], cursor: string | null) => {
    const answer = await page(path, query, cursor, project);
    if (!answer.ok) return answer;
    const living = answer.value.items.filter(({ status }) => status === "active");
    return answered({ items: living.map(projectFrom), next: answer.value.next });
  };

  return {
    listProjects: ({ modifiedSince, cursor = null }) =>
      projects("/projects", { modified_since: modifiedSince && toIso(modifiedSince) }, cursor),
    async searchProjects(words) {
      const answer = await projects("/projects/search", { query: words }, null);
      return answer.ok ? answered(answer.value.items) : answer;
    },
    async getProject(id) {
      const answer = await send(get(`/projects/${encodeURIComponent(id)}`), one(project));
      if (!answer.ok) return answer;
      const found = answer.value.value.data;
      return found.status === "active"
        ? answered(projectFrom(found))
        : failed("not_found", "CompanyCam has deleted this project.");
    },
    async createProject(body) {
      const json = { project: projectBody(body) };
      const answer = await send({ method: "POST", path: "/projects", json }, one(project));
      return answer.ok ? answered(projectFrom(answer.value.value.data)) : answer;
    },
    async renameProject(id, name) {
      const path = `/projects/${encodeURIComponent(id)}`;
      const call = { method: "PATCH", path, json: { project: { name } } } as const;
      const answer = await send(call, one(project));
      return answer.ok ? answered(projectFrom(answer.value.value.data)) : answer;
    },
    async listPhotos(projectId, { taken, cursor = null }) {
      const path = `/projects/${encodeURIComponent(projectId)}/photos`;
      const dates = taken && { start_date: toIso(taken.from), end_date: toIso(taken.to) };
      const answer = await page(path, { ...dates }, cursor, photo);
      return answer.ok
        ? answered({ items: answer.value.items.map(photoFrom), next: answer.value.next })
        : answer;
    },
    async getPhoto(id) {
      const answer = await send(get(`/photos/${encodeURIComponent(id)}`), one(photo));
      return answer.ok ? answered(photoFrom(answer.value.value.data)) : answer;
    },
    async announcePhoto(projectId, body) {
      const path = `/projects/${encodeURIComponent(projectId)}/photos`;
      const json = { photo: photoBody(body) };
      const answer = await send({ method: "POST", path, json }, one(photo));
      return answer.ok ? answered(photoFrom(answer.value.value.data)) : answer;
    },
    async tagPhoto(id, names) {
      const path = `/photos/${encodeURIComponent(id)}/tags`;
      const call = { method: "POST", path, json: { tags: names } } as const;
      const answer = await send(call, one(z.array(tagWire)));
      return answer.ok ? answered(answer.value.value.data.map(tagFrom)) : answer;
    },
    async listUsers() {
      const answer = await listOf("/users", userWire);
      return answer.ok ? answered(answer.value.map(userFrom)) : answer;
    },
    async listTags() {
      const answer = await listOf("/tags", tagWire);
      return answer.ok ? answered(answer.value.map(tagFrom)) : answer;
    },
    async listWebhooks() {
      const answer = await listOf("/webhooks", webhookWire);
      return answer.ok ? answered(answer.value.map(webhookFrom)) : answer;
    },
    async createWebhook(webhook) {
      const json = { webhook: webhookBody(webhook) };
      const answer = await send({ method: "POST", path: "/webhooks", json }, one(webhookWire));
      return answer.ok ? answered(webhookFrom(answer.value.value.data)) : answer;
    },
    async repairWebhook(id, webhook) {
      const path = `/webhooks/${encodeURIComponent(id)}`;
      const json = { webhook: webhookBody(webhook) };
      const answer = await send({ method: "PATCH", path, json }, one(webhookWire));
      return answer.ok ? answered(webhookFrom(answer.value.value.data)) : answer;
    },
  };
}

const projectBody = ({ name, street, city, state, postalCode }: NewProject) => ({
  name,
  address: { street_address_1: street, city, state, postal_code: postalCode, country: "US" },
});

const photoBody = ({ uri, capturedAt, description, tags }: NewPhoto) => ({
  uri,
  captured_at: toIso(capturedAt),
  ...(description === null ? {} : { description }),
  ...(tags.length === 0 ? {} : { tags }),
});

const webhookBody = ({ url, scopes, token }: NewWebhook) => ({ url, scopes, token, enabled: true });
