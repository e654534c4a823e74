/** CompanyCam's public API v1: an envelope, ISO 8601, cursors, scopes, PATCH. */
import { type Context, Hono, type MiddlewareHandler } from "hono";
import * as z from "zod/mini";
import { type ApiDependencies, bearerOf, creatorOf, readBody } from "../call.ts";
import { companyName } from "../company.ts";
import { allScopes } from "../oauth/grants.ts";
import {
  createPhoto,
  deletePhoto,
  findPhotos,
  livingPhoto,
  photoBodySchema,
  setInternal,
  tagPhoto,
  tagsBodySchema,
} from "../photos.ts";
import {
  byActivity,
  createProject,
  deleteProject,
  livingProject,
  projectBodySchema,
  searchProjects,
  updateProject,
} from "../projects.ts";
import { invalid, Refusal } from "../refusal.ts";
import { clamped, pageByCursor } from "../v2/paging.ts";
import { companyOf } from "../v2/wire.ts";
import {
  createWebhook,
  findWebhook,
  updateWebhook,
  webhookBodySchema,
} from "../webhooks/subscriptions.ts";
import { deliveryOf, photoOf, projectOf, tagOf, userOf, webhookOf } from "./wire.ts";

const projectSchema = z.object({ project: projectBodySchema });
const webhookSchema = z.object({ webhook: webhookBodySchema });
const internalSchema = z.object({ photo: z.object({ internal: z.boolean() }) });
const originOf = (c: Context): string => new URL(c.req.url).origin;
const envelope = (data: unknown, meta: object = {}) => ({ data, errors: [], meta });

export function v1Routes(dependencies: ApiDependencies): Hono {
  const { account, processing } = dependencies;
  const app = new Hono();
  app.use(authenticated(dependencies));
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    return c.json(failure(error.code, error.message), error.status);
  });
  const creator = (c: Context) => creatorOf(account, c.req.header("X-CompanyCam-User"));
  const list = <T extends { readonly id: string }>(
    c: Context,
    all: readonly T[],
    word: (item: T) => unknown,
  ) => {
    const { items, next, previous } = pageByCursor(all, {
      after: c.req.query("after"),
      before: c.req.query("before"),
      limit: clamped(c.req.query("limit")),
    });
    const meta = {
      next_cursor: next,
      prev_cursor: previous,
      has_next: next !== null,
      has_prev: previous !== null,
    };
    return c.json(envelope(items.map(word), meta));
  };

  app.post("/access_tokens/verify", (c) => c.json(envelope({ message: "Token is valid" })));
  app.get("/companies/current", (c) => c.json(envelope(companyOf(companyName))));
  app.get("/users", (c) => list(c, account.users.all(), userOf));
  app.get("/tags", (c) => list(c, account.tags.all(), tagOf));

  const wordProject = (c: Context) => (project: Parameters<typeof projectOf>[2]) =>
    projectOf(account, originOf(c), project);
  const active = () => account.projects.all().filter(({ status }) => status === "active");
  app.get("/projects", (c) => {
    const since = dateOf(c.req.query("modified_since"), "modified_since") ?? 0;
    const found = active().filter(({ activeAt }) => activeAt >= since);
    return list(c, found.toSorted(byActivity), wordProject(c));
  });
  app.get("/projects/search", (c) => {
    const indexedBefore = account.now() - dependencies.searchLag();
    const found = searchProjects(account, c.req.query("query") ?? "", indexedBefore)
      .filter(({ status }) => status === "active")
      .toSorted(byActivity);
    return list(c, found, wordProject(c));
  });
  app.post("/projects", async (c) => {
    const { project: body } = await readBody(c.req, projectSchema);
    const project = account.transact(() => createProject(account, creator(c), body));
    return c.json(envelope(wordProject(c)(project)), 201);
  });
  app.get("/projects/:id", (c) =>
    c.json(envelope(wordProject(c)(livingProject(account, c.req.param("id"))))),
  );
  app.patch("/projects/:id", async (c) => {
    const { project: body } = await readBody(c.req, projectSchema);
    const project = account.transact(() => updateProject(account, c.req.param("id"), body));
    return c.json(envelope(wordProject(c)(project)));
  });
  app.delete("/projects/:id", (c) => {
    account.transact(() => deleteProject(account, c.req.param("id")));
    return c.body(null, 204);
  });

  const wordPhoto = (c: Context) => (photo: Parameters<typeof photoOf>[2]) =>
    photoOf(account, originOf(c), photo);
  const listPhotos = (c: Context, projectId: string | null) => {
    const found = findPhotos(account, {
      projectId,
      from: dateOf(c.req.query("start_date"), "start_date") ?? 0,
      to: dateOf(c.req.query("end_date"), "end_date") ?? Number.POSITIVE_INFINITY,
    });
    return list(c, found, wordPhoto(c));
  };
  app.get("/photos", (c) => listPhotos(c, c.req.query("project_ids[]") ?? null));
  app.get("/projects/:id/photos", (c) =>
    listPhotos(c, livingProject(account, c.req.param("id")).id),
  );
  app.post("/projects/:id/photos", async (c) => {
    const body = await readBody(c.req, photoBodySchema);
    const photo = account.transact(() => createPhoto(account, creator(c), c.req.param("id"), body));
    processing.wake();
    return c.json(envelope(wordPhoto(c)(photo)), 201);
  });
  app.get("/photos/:id", (c) =>
    c.json(envelope(wordPhoto(c)(livingPhoto(account, c.req.param("id"))))),
  );
  app.patch("/photos/:id", async (c) => {
    const { photo } = await readBody(c.req, internalSchema);
    const changed = account.transact(() => setInternal(account, c.req.param("id"), photo.internal));
    return c.json(envelope(wordPhoto(c)(changed)));
  });
  app.delete("/photos/:id", (c) => {
    account.transact(() => deletePhoto(account, c.req.param("id")));
    return c.body(null, 204);
  });
  app.post("/photos/:id/tags", async (c) => {
    const { tags } = await readBody(c.req, tagsBodySchema);
    const all = account.transact(() => tagPhoto(account, c.req.param("id"), tags));
    return c.json(envelope(all.map(tagOf)), 201);
  });

  app.get("/webhooks", (c) => list(c, account.webhooks.all(), webhookOf));
  app.post("/webhooks", async (c) => {
    const { webhook: body } = await readBody(c.req, webhookSchema);
    const webhook = account.transact(() => createWebhook(account, "v1", body));
    return c.json(envelope(webhookOf(webhook)), 201);
  });
  app.get("/webhooks/:id/deliveries", (c) => {
    const { id } = findWebhook(account, c.req.param("id"));
    const own = account.deliveries.all().filter(({ webhookId }) => webhookId === id);
    return list(c, own.toReversed(), deliveryOf);
  });
  app.patch("/webhooks/:id", async (c) => {
    const { webhook: body } = await readBody(c.req, webhookSchema);
    const webhook = account.transact(() => updateWebhook(account, c.req.param("id"), body));
    return c.json(envelope(webhookOf(webhook)));
  });
  app.delete("/webhooks/:id", (c) => {
    const { id } = findWebhook(account, c.req.param("id"));
    account.transact(() => account.webhooks.remove(id));
    return c.body(null, 204);
  });
  return app;
}

/** @throws Refusal 422 for what is no date: it is never taken for "none". */
function dateOf(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const time = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw invalid(`${name} is invalid`);
  return Math.floor(time / 1000);
}

const failure = (code: string, message: string) => ({
  data: null,
  errors: [{ code, message }],
  meta: {},
});

/** Says what is wrong with a token, and looks at scopes. */
function authenticated({ grants, personalToken, rateLimit }: ApiDependencies): MiddlewareHandler {
  return async (c, next) => {
    const token = bearerOf(c.req.header("Authorization"));
    const check =
      token === personalToken ? ({ is: "good", scopes: allScopes } as const) : grants.check(token);
    if (check.is !== "good") {
      const code = check.is === "unknown" ? "invalid_token" : `token_${check.is}`;
      c.header("WWW-Authenticate", `Bearer realm="CompanyCam", error="invalid_token"`);
      return c.json(failure(code, "The access token is not valid."), 401);
    }
    if (!rateLimit.take(token, c.req.method))
      return c.json(failure("rate_limited", "Too many requests"), 429);
    if (!check.scopes.includes(scopeOf(c.req.method, c.req.path)))
      return c.json(failure("insufficient_scope", "The token lacks a scope for this."), 403);
    return next();
  };
}

function scopeOf(method: string, path: string): string {
  if (method === "GET" || path.endsWith("/access_tokens/verify")) return "read";
  return method === "DELETE" ? "destroy" : "write";
}
