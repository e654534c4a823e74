/** The page on which a person chooses who they are. Plain HTML: it works without any script. */
import { html } from "hono/html";

import { organizationName } from "../org.ts";
import { layout } from "../../common/page/layout.ts";
import type { DirectoryUser } from "./directory.ts";

export type SignInPage = {
  /** Where the form is sent: this same request, with its query. */
  readonly action: string;
  readonly people: readonly DirectoryUser[];
  /** The username the client expects; that person comes first. */
  readonly loginHint: string | undefined;
};

export function signInPage({ action, people, loginHint }: SignInPage) {
  const hint = loginHint?.toLowerCase();
  const ordered = people.toSorted((a, b) => rank(a, hint) - rank(b, hint));
  return layout({
    service: "Salesforce",
    title: "Sign in",
    body: html`<main class="card">
      <h1>Who is signing in?</h1>
      <p>${organizationName}. There is no password: nothing here is real.</p>
      <form method="post" action="${action}">
        ${ordered.map(
          (person, index) =>
            html`<button
              class="${index === 0 ? "choice first" : "choice"}"
              name="username"
              value="${person.username}"
            >
              Sign in as ${person.name}, ${person.role.toLowerCase()}
            </button>`,
        )}
      </form>
    </main>`,
  });
}

export function problemPage(problem: string) {
  return layout({
    service: "Salesforce",
    title: "Sign-in is not possible",
    body: html`<main class="card">
      <h1>Sign-in is not possible</h1>
      <p>${problem}</p>
      <p>
        Nobody was signed in. Go back to the app and try again; if it stays, check how the app is
        registered.
      </p>
    </main>`,
  });
}

const rank = (person: DirectoryUser, hint: string | undefined): number =>
  person.username.toLowerCase() === hint ? 0 : 1;
