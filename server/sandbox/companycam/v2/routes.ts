/** CompanyCam's v2: bare arrays, Unix seconds, pages by number, and a PUT that answers 201. */
import { type Context, Hono, type MiddlewareHandler } from "hono";
import * as z from "zod/mini";
import { type ApiDependencies, bearerOf, creatorOf, readBody } from "../call.ts";
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
import { invalid, notFound, Refusal } from "../refusal.ts";
import {
  createWebhook,
  findWebhook,
  updateWebhook,
  webhookBodySchema,
} from "../webhooks/subscriptions.ts";
import { pageByCursor, pageByNumber, clamped } from "./paging.ts";
import { companyOf, photoOf, projectOf, tagOf, userOf, webhookOf } from "./wire.ts";
import { companyName } from "../company.ts";

const internalSchema = z.object({ photo: z.object({ internal: z.boolean() }) });
const originOf = (c: Context): string => new URL(c.req.url).origin;

export function v2Routes(dependencies: ApiDependencies): Hono {
  const { account, processing } = dependencies;
  const app = new Hono();
  app.use(authenticated(dependencies));
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    return c.json({ errors: [error.message] }, error.status);
  });
  const creator = (c: Context) => creatorOf(account, c.req.header("X-CompanyCam-User"));

  app.get("/company", (c) => c.json(companyOf(companyName)));
  app.get("/users", (c) =>
    c.json(pageByNumber(account.users.all(), (name) => c.req.query(name)).map(userOf)),
  );
  app.get("/users/current", (c) => c.json(userOf(creator(c))));
  app.get("/tags", (c) =>
    c.json(pageByNumber(account.tags.all(), (name) => c.req.query(name)).map(tagOf)),
  );

  app.get("/projects", (c) => {
    const query = c.req.query("query");
    const since = secondsOf(c.req.query("modified_since"));
    const found = query
      ? searchProjects(account, query, account.now() - dependencies.searchLag())
      : account.projects.all();
    // All of them, deleted ones too, unless a status is asked for.
    const wanted = found
      .filter(({ status }) => (c.req.query("status") ?? status) === status)
      .filter(({ activeAt }) => activeAt >= since)
      .toSorted(byActivity);
    const page = pageByNumber(wanted, (name) => c.req.query(name));
    return c.json(page.map((project) => projectOf(account, originOf(c), project)));
  });
  app.post("/projects", async (c) => {
    const body = await readBody(c.req, projectBodySchema);
    const project = account.transact(() => createProject(account, creator(c), body));
    return c.json(projectOf(account, originOf(c), project), 201);
  });
  app.get("/projects/:id", (c) => {
    const project = account.projects.get(c.req.param("id"));
    if (!project) throw notFound();
    return c.json(projectOf(account, originOf(c), project));
  });
  app.put("/projects/:id", async (c) => {
    const body = await readBody(c.req, projectBodySchema);
    const project = account.transact(() => updateProject(account, c.req.param("id"), body));
    return c.json(projectOf(account, originOf(c), project), 201);
  });
  app.delete("/projects/:id", (c) => {
    account.transact(() => deleteProject(account, c.req.param("id")));
    return c.body(null, 204);
  });

  const listPhotos = (c: Context, projectId: string | null) => {
    const [after, before] = [c.req.query("after"), c.req.query("before")];
    const found = findPhotos(account, {
      projectId,
      from: Number(c.req.query("start_date") ?? 0),
      to: Number(c.req.query("end_date") ?? Number.POSITIVE_INFINITY),
    });
    const hasCursor = after !== undefined || before !== undefined;
    if (hasCursor && c.req.query("page") !== undefined)
      throw new Refusal(400, "bad_request", "page cannot be combined with after or before");
    const limit = clamped(c.req.query("per_page"));
    const page = pageByCursor(found, { after, before, limit });
    const items =
      c.req.query("page") === undefined
        ? page.items
        : pageByNumber(found, (name) => c.req.query(name));
    c.header("X-Next-Cursor", page.next ?? "");
    c.header("X-Prev-Cursor", page.previous ?? "");
    c.header("X-Has-Next", String(page.next !== null));
    c.header("X-Has-Prev", String(page.previous !== null));
    return c.json(items.map((photo) => photoOf(account, originOf(c), photo)));
  };
  app.get("/photos", (c) => listPhotos(c, null));
  app.get("/projects/:id/photos", (c) =>
    listPhotos(c, livingProject(account, c.req.param("id")).id),
  );
  app.post("/projects/:id/photos", async (c) => {
    const body = await readBody(c.req, photoBodySchema);
    const photo = account.transact(() => createPhoto(account, creator(c), c.req.param("id"), body));
    processing.wake();
    return c.json(photoOf(account, originOf(c), photo), 201);
  });
  app.get("/photos/:id", (c) =>
    c.json(photoOf(account, originOf(c), livingPhoto(account, c.req.param("id")))),
  );
  app.put("/photos/:id", async (c) => {
    const { photo } = await readBody(c.req, internalSchema);
    const changed = account.transact(() => setInternal(account, c.req.param("id"), photo.internal));
    return c.json(photoOf(account, originOf(c), changed), 201);
  });
  app.delete("/photos/:id", (c) => {
    account.transact(() => deletePhoto(account, c.req.param("id")));
    return c.body(null, 204);
  });
  app.get("/photos/:id/tags", (c) =>
    c.json(
      livingPhoto(account, c.req.param("id")).tagIds.flatMap((id) => {
        const tag = account.tags.get(id);
        return tag ? [tagOf(tag)] : [];
      }),
    ),
  );
  app.post("/photos/:id/tags", async (c) => {
    const { tags } = await readBody(c.req, tagsBodySchema);
    const all = account.transact(() => tagPhoto(account, c.req.param("id"), tags));
    return c.json(all.map(tagOf), 201);
  });

  app.get("/webhooks", (c) =>
    c.json(pageByNumber(account.webhooks.all(), (name) => c.req.query(name)).map(webhookOf)),
  );
  app.post("/webhooks", async (c) => {
    const body = await readBody(c.req, webhookBodySchema);
    return c.json(webhookOf(account.transact(() => createWebhook(account, "v2", body))), 201);
  });
  app.get("/webhooks/:id", (c) => c.json(webhookOf(findWebhook(account, c.req.param("id")))));
  app.put("/webhooks/:id", async (c) => {
    const body = await readBody(c.req, webhookBodySchema);
    const webhook = account.transact(() => updateWebhook(account, c.req.param("id"), body));
    return c.json(webhookOf(webhook), 201);
  });
  app.delete("/webhooks/:id", (c) => {
    const { id } = findWebhook(account, c.req.param("id"));
    account.transact(() => account.webhooks.remove(id));
    return c.body(null, 204);
  });
  return app;
}

/** ISO 8601, where everything else of v2 is in seconds. */
function secondsOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw invalid("modified_since is invalid");
  return Math.floor(time / 1000);
}

/** A missing token cannot be told from a wrong, an expired or a revoked one. Scopes are not looked at. */
function authenticated({ grants, personalToken, rateLimit }: ApiDependencies): MiddlewareHandler {
  return async (c, next) => {
    const token = bearerOf(c.req.header("Authorization"));
    if (token !== personalToken && grants.check(token).is !== "good")
      return c.json({ errors: ["Unauthorized"] }, 401);
    if (!rateLimit.take(token, c.req.method)) return c.json({ errors: ["Too many requests"] }, 429);
    return next();
  };
}
