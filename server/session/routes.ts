import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import * as oauth from "oauth4webapi";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { errorFields, type Log } from "../observe/log.ts";
import type { SalesforceClient } from "../salesforce/client.ts";
import { knownOrganisation, ownOrganisation } from "../salesforce/own-organisation.ts";
import type { Store } from "../store/store.ts";
import type { AppEnv } from "../identity.ts";
import { refuse } from "../routes/refuse.ts";
import { createPersonCheck } from "./check-person.ts";
import { cookiesFor } from "./cookies.ts";
import { deviceName } from "./device-name.ts";
import { deviceOf } from "./devices.ts";
import {
  endFamilies,
  findFamily,
  lastRole,
  type Place,
  rememberPerson,
  sessionOf,
  startFamily,
} from "./families.ts";
import { sessionFinder } from "./find-session.ts";
import { keepingRoutes } from "./keeping-routes.ts";
import { createOpenIdProvider, type Person } from "./openid.ts";
import { type PendingSignIn, rememberSignIn, takeSignIn } from "./pending-sign-in.ts";
import { personRoutes } from "./person-routes.ts";
import { returnPath } from "./return-path.ts";
import { isSpent } from "./rotation.ts";
import { hashOf, isSameText, readCookieText } from "./secrets.ts";
import type { Signer } from "./signer.ts";
import { askPerson } from "./standing-of-person.ts";
import { languageOf, SIGN_IN_PAGE_POLICY, type SignInProblem, signInPage } from "./sign-in-page.ts";

const MOUNTED_AT = "/api/session";

export interface SessionParts {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly salesforce: SalesforceClient;
  readonly signer: Signer;
}

type PersonResult =
  | { readonly ok: true; readonly cookie: string }
  | { readonly ok: false; readonly problem: SignInProblem };

/**
 * To be mounted at /api/session: `GET /`, `GET /sign-in`, `GET /callback` and `POST /sign-out`, what keeps a tablet signed
 * in (keeping-routes.ts), and what a person lets others do in their name (person-routes.ts).
 */
export function sessionRoutes(parts: SessionParts): Hono<AppEnv> {
  const { config, store, clock, log, signer } = parts;
  const { publicUrl, leaseDays } = config;
  const cookies = cookiesFor(publicUrl);
  const find = sessionFinder({ store, clock, log, publicUrl });
  const provider = createOpenIdProvider({
    issuer: config.salesforce.loginUrl,
    clientId: config.salesforce.oidcClientId,
    redirectUri: `${config.publicUrl}${MOUNTED_AT}/callback`,
    clock,
  });
  const routes = new Hono<AppEnv>();
  routes.use(async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });

  routes.get("/", async (c) => {
    const found = await find(c);
    if (found.standing === "refresh") return refuse(c, "refresh_needed");
    // Being signed out is an answer, not an error: nothing red in a browser's console for it.
    if (found.standing === "signed-out") return c.body(null, 204);
    const session = sessionOf(found.family);
    const deviceId = cookies.device.read(c);
    if (deviceId === undefined) return c.json(session);
    return c.json({ ...session, device: await deviceOf(store, session, deviceId) });
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
    if (state === undefined || !isSameText(state, c.req.query("state") ?? ""))
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
    const deviceId = cookies.device.read(c) ?? randomUUID();
    const place = { deviceId, device: deviceName(c.req.header("user-agent")) };
    const admitted = await admit(parts, finished.person, place);
    if (!admitted.ok) return problemPage(c, admitted.problem, pending.returnTo);
    cookies.session.write(c, admitted.cookie);
    cookies.device.write(c, deviceId);
    return c.redirect(pending.returnTo);
  });

  routes.post("/sign-out", async (c) => {
    const text = cookies.session.read(c);
    if (text !== undefined) await signOut(store, text, clock.now());
    cookies.session.clear(c);
    // No `Clear-Site-Data`: of "storage" it would destroy estimates that have not reached the server, and of "cookies"
    // the one by which a tablet is told that its browser has removed its records.
    return c.body(null, 204);
  });

  const checkPerson = createPersonCheck(parts);
  routes.route(
    "/",
    keepingRoutes({ publicUrl, leaseDays, store, clock, log, signer, checkPerson }),
  );
  routes.route("/", personRoutes({ publicUrl, store, clock, signer }));
  return routes;
}

/** Ends the session of a cookie. One that was replaced long ago ends nobody's. */
function signOut(store: Store, text: string, now: number): Promise<void> {
  const shown = readCookieText(text);
  return store.write(async (tx) => {
    const family = await findFamily(tx, shown, now);
    if (family && !isSpent(family, hashOf(shown.secret)))
      await endFamilies(tx, { id: family.id }, "signed-out", now);
  });
}

/**
 * Lets a person of our own organisation in. When Salesforce cannot say their role, they keep the one they
 * had; the first time they are an estimator: a hiccup must not lock somebody out in front of a customer.
 */
async function admit(parts: SessionParts, person: Person, place: Place): Promise<PersonResult> {
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
  const asks = await askPerson(salesforce, person.userId);
  const role = asks?.role ?? (await lastRole(store, person.userId)) ?? "estimator";
  const session = {
    companyId: own.id,
    companyName: own.name,
    userId: person.userId,
    userName: person.name,
    email: person.email,
    role,
  };
  const now = clock.now();
  const cookie = await store.write(async (tx) => {
    await rememberPerson(tx, session, now);
    return (await startFamily(tx, session, place, now)).cookie;
  });
  log.info("sign-in.done", { user: person.userId, role });
  return { ok: true, cookie };
}

const signInPath = (returnTo: string): string =>
  `${MOUNTED_AT}/sign-in?return=${encodeURIComponent(returnTo)}`;

/** Hosts are compared, not schemes: behind a proxy that ends TLS we see plain http. */
const isPublicHost = (c: Context, publicUrl: string): boolean =>
  new URL(c.req.url).host === new URL(publicUrl).host;

function problemPage(c: Context, problem: SignInProblem, returnTo: string) {
  c.header("content-security-policy", SIGN_IN_PAGE_POLICY);
  const language = languageOf(c.req.header("accept-language"));
  const status = problem === "unreachable" ? 503 : problem === "other_organisation" ? 403 : 400;
  return c.html(signInPage(problem, language, signInPath(returnTo)), status);
}
