import { html } from "hono/html";

/** What can go wrong on the way in, as the person at the tablet meets it. */
export type SignInProblem =
  | "denied"
  | "unreachable"
  | "invalid"
  | "expired"
  | "crowded"
  | "other_organisation";
type Language = "en" | "es";

interface Words {
  readonly title: string;
  readonly again: string;
  readonly safe: string;
  readonly problems: Readonly<Record<SignInProblem, string>>;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: "You are not signed in",
    again: "Try again",
    safe: "Everything on this tablet is still here.",
    problems: {
      denied:
        "Salesforce did not let you in, or you chose not to. Try again, or ask your Salesforce administrator to allow Paintbox for you.",
      unreachable: "Salesforce did not answer. Check the connection and try again in a minute.",
      invalid:
        "The answer from Salesforce could not be trusted, so nothing was done with it. Try again.",
      expired: "This sign-in took too long or was begun in another window. Start it again here.",
      crowded: "Many people are signing in from here just now. Wait a minute and try again.",
      other_organisation:
        "You signed in to a different Salesforce organisation than the one this Paintbox belongs to. Sign out of Salesforce, then try again with your work account.",
    },
  },
  es: {
    title: "No ha iniciado sesión",
    again: "Intentar de nuevo",
    safe: "Todo lo que hay en esta tableta sigue aquí.",
    problems: {
      denied:
        "Salesforce no le dejó entrar, o usted no lo aceptó. Intente de nuevo o pida a su administrador de Salesforce que le permita usar Paintbox.",
      unreachable: "Salesforce no respondió. Revise la conexión e intente de nuevo en un minuto.",
      invalid: "La respuesta de Salesforce no era de fiar y no se usó. Intente de nuevo.",
      expired:
        "El inicio de sesión tardó demasiado o empezó en otra ventana. Empiece aquí otra vez.",
      crowded:
        "Muchas personas inician sesión desde aquí ahora. Espere un minuto e intente de nuevo.",
      other_organisation:
        "Entró en otra organización de Salesforce, no en la de este Paintbox. Cierre la sesión de Salesforce e intente de nuevo con su cuenta de trabajo.",
    },
  },
};

export const languageOf = (acceptLanguage: string | undefined): Language =>
  /^\s*es\b/i.test(acceptLanguage ?? "") ? "es" : "en";

const STYLE =
  "body{font:18px/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.5rem}" +
  "a{display:inline-block;padding:.75rem 1.5rem;border:2px solid;border-radius:.5rem;color:inherit}";

/** Nothing but this page's own style may load. */
export const SIGN_IN_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A plain page that says what happened, what is safe and what to do. */
export function signInPage(problem: SignInProblem, language: Language, retry: string) {
  const text = words[language];
  return html`<!doctype html>
    <html lang="${language}">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${text.title} - Paintbox</title>
      <style>
        ${STYLE}
      </style>
      <main>
        <h1>${text.title}</h1>
        <p>${text.problems[problem]}</p>
        <p>${text.safe}</p>
        <a href="${retry}">${text.again}</a>
      </main>
    </html>`;
}
