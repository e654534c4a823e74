/** The frame of every page of the sandbox. It says on each that it is not the real thing. */
import { html } from "hono/html";

type Html = ReturnType<typeof html>;

export type Layout = {
  /** Whose stand-in it is: "Salesforce". */
  readonly service: string;
  readonly title: string;
  readonly body: Html;
  /** Reload after so many seconds. */
  readonly refreshSeconds?: number;
};

export function layout({ service, title, body, refreshSeconds }: Layout): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="UTF-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${refreshSeconds === undefined ? "" : html`<meta http-equiv="refresh" content="${refreshSeconds}" />`}
        <title>${title} - Local ${service} sandbox</title>
        <link rel="stylesheet" href="/__sandbox__/style.css" />
      </head>
      <body>
        <header class="banner">Local ${service} sandbox – not the real thing</header>
        ${body}
      </body>
    </html>`;
}
