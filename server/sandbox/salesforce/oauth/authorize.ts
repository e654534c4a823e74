/** /services/oauth2/authorize: checks the request, shows who can sign in, sends the code back. */
import { type Context, Hono } from "hono";

import type { RecordStore } from "../store/record-store.ts";
import { type Clients, requireOidcClient } from "./clients.ts";
import type { CodeStore } from "./codes.ts";
import { peopleForSignIn } from "./directory.ts";
import { OAuthError } from "./oauth-error.ts";
import { parseScopes } from "./scopes.ts";
import { problemPage, signInPage } from "./sign-in-page.ts";

export type AuthorizeDependencies = {
  readonly store: RecordStore;
  readonly clients: Clients;
  readonly codes: CodeStore;
  readonly clock: () => Date;
};

type AuthorizeRequest = {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly codeChallenge: string;
  readonly nonce: string | undefined;
  readonly scopes: readonly string[];
  readonly loginHint: string | undefined;
};

export function authorizeRoutes(dependencies: AuthorizeDependencies): Hono {
  const { store, codes, clock } = dependencies;
  const app = new Hono();

  app.get("/services/oauth2/authorize", (c) =>
    withRequest(dependencies, c, (request) => {
      if (c.req.query("prompt") === "none")
        throw new OAuthError("login_required", "the user has to sign in");
      setPagePolicy(c, new URL(request.redirectUri).origin);
      const action = c.req.url.slice(new URL(c.req.url).origin.length);
      return c.html(
        signInPage({ action, people: peopleForSignIn(store), loginHint: request.loginHint }),
      );
    }),
  );

  app.post("/services/oauth2/authorize", async (c) => {
    const username = (await c.req.parseBody())["username"];
    return withRequest(dependencies, c, (request) => {
      const user = peopleForSignIn(store).find((each) => each.username === username);
      if (!user) {
        setPagePolicy(c);
        return c.html(problemPage("Nobody of that name can sign in here."), 400);
      }
      const { clientId, redirectUri, codeChallenge, nonce, scopes } = request;
      const code = codes.create(
        { clientId, redirectUri, codeChallenge, nonce, scopes, userId: user.id },
        clock(),
      );
      return c.redirect(withParameters(redirectUri, { code, state: request.state }));
    });
  });

  return app;
}

/**
 * Runs `answer` with the checked request. What is wrong with the client or its redirect is shown
 * on a page, never sent to an address nobody vouched for; the rest goes back to the client.
 */
function withRequest(
  { clients }: AuthorizeDependencies,
  c: Context,
  answer: (request: AuthorizeRequest) => Response | Promise<Response>,
): Response | Promise<Response> {
  const redirectUri = c.req.query("redirect_uri") ?? "";
  const state = c.req.query("state");
  let trusted = false;
  try {
    const clientId = requireOidcClient(clients, c.req.query("client_id"));
    if (!clients.allowsRedirect(redirectUri)) {
      throw new OAuthError("redirect_uri_mismatch", "redirect_uri must match configuration");
    }
    trusted = true;
    return answer({ clientId, redirectUri, state, ...readRequest(c) });
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    if (trusted) return c.redirect(withParameters(redirectUri, { ...error.toBody(), state }));
    setPagePolicy(c);
    return c.html(problemPage(`error=${error.code}: ${error.message}`), 400);
  }
}

function readRequest(
  c: Context,
): Pick<AuthorizeRequest, "codeChallenge" | "nonce" | "scopes" | "loginHint"> {
  if (c.req.query("response_type") !== "code") {
    throw new OAuthError("unsupported_response_type", "response type not supported");
  }
  const codeChallenge = c.req.query("code_challenge");
  if (codeChallenge === undefined || !/^[\w-]{43}$/.test(codeChallenge)) {
    throw new OAuthError("invalid_request", "missing required code challenge");
  }
  // Salesforce takes a challenge without a method for S256.
  if ((c.req.query("code_challenge_method") ?? "S256") !== "S256") {
    throw new OAuthError("invalid_request", "code challenge method must be S256");
  }
  return {
    codeChallenge,
    nonce: c.req.query("nonce"),
    scopes: parseScopes(c.req.query("scope")),
    loginHint: c.req.query("login_hint"),
  };
}

/** No script, no frame, and a form that may lead only here and on to the client. */
function setPagePolicy(c: Context, clientOrigin = ""): void {
  c.header(
    "Content-Security-Policy",
    `default-src 'none'; style-src 'self'; form-action 'self' ${clientOrigin}; frame-ancestors 'none'; base-uri 'none'`,
  );
  c.header("Cache-Control", "no-store");
  c.header("Referrer-Policy", "no-referrer");
}

function withParameters(
  uri: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}
