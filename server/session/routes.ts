import { randomUUID, timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import * as oauth from "oauth4webapi";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { errorFields, type Log } from "../observe/log.ts";
import type { SalesforceClient } from "../salesforce/client.ts";
import { knownOrganisation, ownOrganisation } from "../salesforce/own-organisation.ts";
import type { Store } from "../store/store.ts";
import { sessionFinder } from "./authenticate.ts";
import { cookiesFor } from "./cookies.ts";
import { deviceOf } from "./devices.ts";
import { createOpenIdProvider, type Person } from "./openid.ts";
import { type PendingSignIn, rememberSignIn, takeSignIn } from "./pending-sign-in.ts";
import { returnPath } from "./return-path.ts";
import { askRole } from "./role.ts";
import { endSession, lastRole, startSession } from "./sessions.ts";
import { languageOf, SIGN_IN_PAGE_POLICY, type SignInProblem, signInPage } from "./sign-in-page.ts";

const MOUNTED_AT = "/api/session";

export interface SessionParts {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly salesforce: SalesforceClient;
}

type PersonResult =
  | { readonly ok: true; readonly secret: string }
  | { readonly ok: false; readonly problem: SignInProblem };

/** `GET /`, `GET /sign-in`, `GET /callback` and `POST /sign-out`, to be mounted at /api/session. */
export function sessionRoutes(parts: SessionParts): Hono {
  const { config, store, clock, log } = parts;
  const cookies = cookiesFor(config.publicUrl);
  const find = sessionFinder({ store, clock, publicUrl: config.publicUrl });
  const provider = createOpenIdProvider({
    issuer: config.salesforce.loginUrl,
    clientId: config.salesforce.oidcClientId,
    redirectUri: `${config.publicUrl}${MOUNTED_AT}/callback`,
    clock,
  });
  const routes = new Hono();
  routes.use(async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });

  routes.get("/", async (c) => {
    const found = await find(c);
    // Being signed out is an answer, not an error: nothing red in a browser's console for it.
    if (!found) return c.body(null, 204);
    const deviceId = cookies.device.read(c);
    if (deviceId === undefined) return c.json(found.session);
    return c.json({ ...found.session, device: await deviceOf(store, found.session, deviceId) });
  });

  routes.get("/sign-in", async (c) => {
    const returnTo = returnPath(c.req.query("return"));
    // Once only: behind a proxy that puts its own Host in every request looks as if it were elsewhere.
    if (!isPublicHost(c, config.publicUrl) && c.req.query("moved") === undefined)
      return c.redirect(`${config.publicUrl}${signInPath(returnTo)}&moved=1`);
    const pending: PendingSignIn = {
      state: oauth.generateRandomState(),
      nonce: oauth.generateRandomNonce(),
      codeVerifier: oauth.generateRandomCodeVerifier(),
      returnTo,
    };
    try {
      const url = await provider.authorizationUrl(pending);
      await rememberSignIn(store, pending, clock.now());
      cookies.signIn.write(c, pending.state);
      return c.redirect(url.href);
    } catch (error) {
      log.error("sign-in.discovery-failed", errorFields(error));
      return problemPage(c, "unreachable", returnTo);
    }
  });

  routes.get("/callback", async (c) => {
    const state = cookies.signIn.read(c);
    // The cookie stays then: it is of a tab that set out later and has yet to come back.
    if (state === undefined || !sameText(state, c.req.query("state") ?? ""))
      return problemPage(c, "expired", "/");
    cookies.signIn.clear(c);
    const pending = await takeSignIn(store, state, clock.now());
    if (!pending) return problemPage(c, "expired", "/");
    const finished = await provider.finish(new URL(c.req.url), pending);
    if (!finished.ok) {
      const { code, detail } = finished.failure;
      log.info("sign-in.failed", { code, detail });
      return problemPage(c, code, pending.returnTo);
    }
    const admitted = await admit(parts, finished.person);
    if (!admitted.ok) return problemPage(c, admitted.problem, pending.returnTo);
    cookies.session.write(c, admitted.secret);
    cookies.device.write(c, cookies.device.read(c) ?? randomUUID());
    return c.redirect(pending.returnTo);
  });

  routes.post("/sign-out", async (c) => {
    const secret = cookies.session.read(c);
    if (secret !== undefined) await endSession(store, secret);
    cookies.session.clear(c);
    // No `Clear-Site-Data`: of "storage" it would destroy estimates that have not reached the server, and of "cookies"
    // the one by which a tablet is told that its browser has removed its records.
    return c.body(null, 204);
  });

  return routes;
}

/**
 * Lets a person of our own organisation in. When Salesforce cannot say their role, they keep the one they
 * had; the first time they are an estimator: a hiccup must not lock somebody out in front of a customer.
 */
async function admit(parts: SessionParts, person: Person): Promise<PersonResult> {
  const { store, salesforce, clock, log } = parts;
  const asked = await ownOrganisation(parts);
  // Our own login to Salesforce may be broken while people's is not; then what we knew stands.
  const own = asked.ok ? asked.value : await knownOrganisation(store);
  if (!own) {
    log.error("sign-in.organisation-unknown", { code: asked.ok ? null : asked.error.code });
    return { ok: false, problem: "unreachable" };
  }
  if (own.id !== person.organizationId) {
    log.info("sign-in.other-organisation", { organisation: person.organizationId });
    return { ok: false, problem: "other_organisation" };
  }
  const role =
    (await askRole(salesforce, person.userId)) ??
    (await lastRole(store, person.userId)) ??
    "estimator";
  const secret = await startSession(
    store,
    {
      companyId: own.id,
      companyName: own.name,
      userId: person.userId,
      userName: person.name,
      email: person.email,
      role,
    },
    clock.now(),
  );
  log.info("sign-in.done", { user: person.userId, role });
  return { ok: true, secret };
}

const signInPath = (returnTo: string): string =>
  `${MOUNTED_AT}/sign-in?return=${encodeURIComponent(returnTo)}`;

/** Hosts are compared, not schemes: behind a proxy that ends TLS we see plain http. */
const isPublicHost = (c: Context, publicUrl: string): boolean =>
  new URL(c.req.url).host === new URL(publicUrl).host;

function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function problemPage(c: Context, problem: SignInProblem, returnTo: string) {
  c.header("content-security-policy", SIGN_IN_PAGE_POLICY);
  const language = languageOf(c.req.header("accept-language"));
  const status = problem === "unreachable" ? 503 : problem === "other_organisation" ? 403 : 400;
  return c.html(signInPage(problem, language, signInPath(returnTo)), status);
}
