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

/** Unix seconds on the wire. */
const time = z.pipe(
  z.number(),
  z.transform((seconds: number) => seconds * 1000),
);
const { project, photo } = wireOf(time);
const toSeconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

const PER_PAGE = 100;
/** Of people and tags. */
const MOST_PAGES = 20;

/** CompanyCam's v2: bare arrays and Unix seconds. It ends on 1 September 2027. */
export function v2Adapter({ send }: Pick<Transport, "send">): CompanyCam {
  const get = (path: string, query: ApiCall["query"] = {}) =>
    ({ method: "GET", path, query }) as const;

  /** A page by its number: there are cursors for photos only. */
  const numbered = async <S extends z.ZodMiniType>(
    path: string,
    query: ApiCall["query"],
    cursor: string | null,
    item: S,
  ): Promise<Answer<Page<z.infer<S>>>> => {
    if (cursor !== null && !/^[1-9]\d{0,5}$/.test(cursor))
      return failed("rejected", "There is no such page.");
    const page = Number(cursor ?? 1);
    const call = get(path, { ...query, page, per_page: PER_PAGE });
    const answer = await send(call, z.array(item));
    if (!answer.ok) return answer;
    const items = answer.value.value;
    return answered({ items, next: items.length < PER_PAGE ? null : String(page + 1) });
  };
  const listOf = <S extends z.ZodMiniType>(path: string, item: S) =>
    allPages((cursor) => numbered(path, {}, cursor, item), MOST_PAGES);
  const projects = async (query: ApiCall["query"], cursor: string | null) => {
    const answer = await numbered("/projects", { ...query, status: "active" }, cursor, project);
    if (!answer.ok) return answer;
    const living = answer.value.items.filter(({ status }) => status === "active");
    return answered({ items: living.map(projectFrom), next: answer.value.next });
  };

  return {
    listProjects: ({ modifiedSince, cursor = null }) =>
      // In ISO 8601, the one time in v2 that is.
      projects({ modified_since: modifiedSince && new Date(modifiedSince).toISOString() }, cursor),
    async searchProjects(words) {
      const answer = await projects({ query: words }, null);
      return answer.ok ? answered(answer.value.items) : answer;
    },
    async getProject(id) {
      const answer = await send(get(`/projects/${encodeURIComponent(id)}`), project);
      if (!answer.ok) return answer;
      const found = answer.value.value;
      return found.status === "active"
        ? answered(projectFrom(found))
        : failed("not_found", "CompanyCam has deleted this project.");
    },
    async createProject(body) {
      const call = { method: "POST", path: "/projects", json: projectBody(body) } as const;
      const answer = await send(call, project);
      return answer.ok ? answered(projectFrom(answer.value.value)) : answer;
    },
    async renameProject(id, name) {
      const path = `/projects/${encodeURIComponent(id)}`;
      const answer = await send({ method: "PUT", path, json: { name } }, project);
      return answer.ok ? answered(projectFrom(answer.value.value)) : answer;
    },
    async listPhotos(projectId, { taken, cursor }) {
      const path = `/projects/${encodeURIComponent(projectId)}/photos`;
      const dates = taken && {
        start_date: toSeconds(taken.from),
        end_date: toSeconds(taken.to),
      };
      const answer = await send(
        get(path, { ...dates, per_page: PER_PAGE, after: cursor }),
        z.array(photo),
      );
      if (!answer.ok) return answer;
      const { value, headers } = answer.value;
      const hasNext = headers.get("x-has-next") === "true";
      const next = (hasNext && headers.get("x-next-cursor")) || null;
      return answered({ items: value.map(photoFrom), next });
    },
    async getPhoto(id) {
      const answer = await send(get(`/photos/${encodeURIComponent(id)}`), photo);
      return answer.ok ? answered(photoFrom(answer.value.value)) : answer;
    },
    async announcePhoto(projectId, body) {
      const path = `/projects/${encodeURIComponent(projectId)}/photos`;
      const answer = await send({ method: "POST", path, json: { photo: photoBody(body) } }, photo);
      return answer.ok ? answered(photoFrom(answer.value.value)) : answer;
    },
    async tagPhoto(id, names) {
      const path = `/photos/${encodeURIComponent(id)}/tags`;
      const answer = await send({ method: "POST", path, json: { tags: names } }, z.array(tagWire));
      return answer.ok ? answered(answer.value.value.map(tagFrom)) : answer;
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
      const json = webhookBody(webhook);
      const answer = await send({ method: "POST", path: "/webhooks", json }, webhookWire);
      return answer.ok ? answered(webhookFrom(answer.value.value)) : answer;
    },
    async repairWebhook(id, webhook) {
      const path = `/webhooks/${encodeURIComponent(id)}`;
      const json = webhookBody(webhook);
      const answer = await send({ method: "PUT", path, json }, webhookWire);
      return answer.ok ? answered(webhookFrom(answer.value.value)) : answer;
    },
  };
}

const projectBody = ({ name, street, city, state, postalCode }: NewProject) => ({
  name,
  address: { street_address_1: street, city, state, postal_code: postalCode, country: "US" },
});

const photoBody = ({ uri, capturedAt, description, tags }: NewPhoto) => ({
  uri,
  captured_at: toSeconds(capturedAt),
  ...(description === null ? {} : { description }),
  ...(tags.length === 0 ? {} : { tags }),
});

const webhookBody = ({ url, scopes, token }: NewWebhook) => ({ url, scopes, token, enabled: true });
