import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import type { CacheRead } from "../cache/cache-kind.ts";
import type { ConnectedCompanyCam } from "../companycam/connected.ts";
import type { CompanyCamError } from "../companycam/errors.ts";
import type { Photo } from "../companycam/model.ts";
import { scopes } from "../companycam/scopes.ts";
import type { UpstreamCache } from "../cache/upstream-cache.ts";
import type { AppEnv } from "../identity.ts";
import { readJsonBody } from "./read-body.ts";
import { refuseCompanyCam } from "./refuse-companycam.ts";

/** Bytes of a name or some tags at the most. */
const MAX_WRITE_BYTES = 4096;

const nameSchema = z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(255)) });
const tagsSchema = z.strictObject({
  names: z.array(z.string().check(z.minLength(1), z.maxLength(80))).check(z.maxLength(20)),
  /** Makes tags that CompanyCam does not know: without it a slip of the pen is refused. */
  allowNew: z.optional(z.boolean()),
});

/** Characters of a place in a list; those of CompanyCam have some 60. */
const MAX_CURSOR = 500;
const cursorOf = (context: Context<AppEnv>): string | null => context.req.query("cursor") ?? null;

export interface CompanyCamRouteParts {
  /** Null: none is configured. */
  readonly companyCam: ConnectedCompanyCam | null;
  readonly cache: UpstreamCache;
}

/** Projects, photos, people and tags of CompanyCam, from the cache; below `/api/v1/companycam`. */
export function companyCamRoutes({ companyCam, cache }: CompanyCamRouteParts) {
  /** Answers what a read gives, or why there is none. */
  const answer = async <T>(
    context: Context<AppEnv>,
    read: (
      connected: ConnectedCompanyCam,
      companyId: string,
    ) => Promise<CacheRead<T, CompanyCamError>>,
    word: (value: T) => object,
  ): Promise<Response> => {
    if (companyCam === null) return refuseCompanyCam(context, "not_connected");
    // What cannot be there is not asked for: each would be one of CompanyCam's few calls, and a line in the cache.
    if (!/^[\w-]{1,64}$/.test(context.req.param("id") ?? "none"))
      return refuseCompanyCam(context, "not_found");
    if ((cursorOf(context)?.length ?? 0) > MAX_CURSOR)
      return refuseCompanyCam(context, "request_invalid");
    const found = await read(companyCam, context.var.identity.companyId);
    if (!found.ok) return refuseCompanyCam(context, found.error);
    const { isStale, from, ageMs } = found;
    const source = isStale ? "stale" : from === "upstream" ? "miss" : "hit";
    context.header("x-cache", source);
    context.header("age", String(Math.floor(ageMs / 1000)));
    return context.json({ ...word(found.value), stale: isStale });
  };
  return new Hono<AppEnv>()
    .get("/status", (context) =>
      context.json(
        companyCam === null
          ? { connected: false, breaker: null, webhook: null }
          : { connected: true, ...companyCam.state() },
      ),
    )
    .get("/projects", (context) => {
      const words = context.req.query("query")?.trim() ?? "";
      if (words.length > 200) return refuseCompanyCam(context, "request_invalid");
      return words === ""
        ? answer(
            context,
            ({ reads }, companyId) => reads.projects(companyId, cursorOf(context)),
            (page) => page,
          )
        : answer(
            context,
            ({ reads }, companyId) => reads.search(companyId, words),
            (items) => ({ items, next: null }),
          );
    })
    .get("/projects/:id", (context) =>
      answer(
        context,
        ({ reads }, companyId) => reads.project(companyId, context.req.param("id")),
        (project) => ({ project }),
      ),
    )
    .patch("/projects/:id", async (context) => {
      if (companyCam === null) return refuseCompanyCam(context, "not_connected");
      const body = await readJsonBody(context, MAX_WRITE_BYTES);
      if (!body.ok) return refuseCompanyCam(context, body.error);
      const request = z.safeParse(nameSchema, body.value);
      if (!request.success) return refuseCompanyCam(context, "request_invalid");
      const id = context.req.param("id");
      const renamed = await companyCam.companyCam.renameProject(id, request.data.name);
      const { companyId } = context.var.identity;
      await cache.invalidate(scopes.project(companyId, id));
      await cache.invalidate(scopes.lists(companyId));
      return renamed.ok
        ? context.json({ project: renamed.value })
        : refuseCompanyCam(context, renamed.error);
    })
    .get("/projects/:id/photos", (context) => {
      // A page that a customer looks over the shoulder at has nothing internal on it.
      const forCustomer = context.req.query("audience") === "customer";
      return answer(
        context,
        ({ reads }, companyId) =>
          reads.photos(companyId, context.req.param("id"), cursorOf(context)),
        ({ items, next }) => ({
          items: items.filter(({ isInternal }) => !(forCustomer && isInternal)).map(wordPhoto),
          next,
        }),
      );
    })
    .get("/photos/:id", (context) =>
      answer(
        context,
        ({ reads }, companyId) => reads.photo(companyId, context.req.param("id")),
        (photo) => ({ photo: wordPhoto(photo) }),
      ),
    )
    .post("/photos/:id/tags", async (context) => {
      if (companyCam === null) return refuseCompanyCam(context, "not_connected");
      const body = await readJsonBody(context, MAX_WRITE_BYTES);
      if (!body.ok) return refuseCompanyCam(context, body.error);
      const request = z.safeParse(tagsSchema, body.value);
      if (!request.success) return refuseCompanyCam(context, "request_invalid");
      const { companyId } = context.var.identity;
      const { names, allowNew = false } = request.data;
      if (!allowNew) {
        const tags = await companyCam.reads.tags(companyId);
        if (!tags.ok) return refuseCompanyCam(context, tags.error);
        const known = new Set(tags.value.map(({ name }) => name.toLowerCase()));
        const unknown = names.filter((name) => !known.has(name.toLowerCase()));
        if (unknown.length > 0) return refuseCompanyCam(context, "unknown_tags", { unknown });
      }
      const id = context.req.param("id");
      const tagged = await companyCam.companyCam.tagPhoto(id, names);
      await cache.invalidate(scopes.photo(companyId, id));
      if (allowNew) await cache.invalidate(scopes.tags(companyId));
      return tagged.ok
        ? context.json({ tags: tagged.value })
        : refuseCompanyCam(context, tagged.error);
    })
    .get("/users", (context) =>
      answer(
        context,
        ({ reads }, companyId) => reads.users(companyId),
        (users) => ({ users }),
      ),
    )
    .get("/tags", (context) =>
      answer(
        context,
        ({ reads }, companyId) => reads.tags(companyId),
        (tags) => ({ tags }),
      ),
    );
}

/** Names one state of a photo's bytes: annotations change them and not its hash. */
export const versionOf = ({ hash, updatedAt }: Pick<Photo, "hash" | "updatedAt">): string =>
  `${updatedAt.toString(36)}-${hash?.slice(0, 8) ?? "none"}`;

/** A photo as tablets get it: with addresses of ours for its bytes, not of CompanyCam's. */
function wordPhoto({ uris, ...photo }: Photo) {
  const version = versionOf(photo);
  const bytes = Object.fromEntries(
    Object.keys(uris).map((type) => [
      type,
      `/api/v1/companycam/photos/${encodeURIComponent(photo.id)}/bytes/${type}/${version}`,
    ]),
  );
  return { ...photo, bytes };
}
