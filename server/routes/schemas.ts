import { createHash } from "node:crypto";
import { Hono } from "hono";
import type { AppEnv } from "../identity.ts";
import { schemaDocument, type SchemaName, schemaNames } from "../schemas/documents.ts";
import { etagMatches } from "../static/etag-matches.ts";
import { refuse } from "./refuse.ts";

interface ReadyDocument {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

/**
 * `GET /schemas/<name>.json`: what others write price books and estimates by, for everybody. Each is made when it is
 * first asked for, and then stays as it is.
 */
export function schemaRoutes(publicUrl: string) {
  const base = `${publicUrl}/api/v1/schemas/`;
  const ready = new Map<SchemaName, ReadyDocument>();

  function documentOf(name: SchemaName): ReadyDocument {
    const known = ready.get(name);
    if (known !== undefined) return known;
    const body = new TextEncoder().encode(
      `${JSON.stringify(schemaDocument(name, base), null, 2)}\n`,
    );
    const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
    ready.set(name, { body, etag });
    return { body, etag };
  }

  return new Hono<AppEnv>().get("/schemas/:name", (context) => {
    const name = schemaNames.find((known) => known === context.req.param("name"));
    if (name === undefined) return refuse(context, "not_found");
    const { body, etag } = documentOf(name);
    const headers = {
      "content-type": "application/schema+json",
      "cache-control": "public, max-age=300",
      // Editors and validators in other people's pages may read what is public anyway.
      "access-control-allow-origin": "*",
      etag,
    };
    if (etagMatches(context.req.header("if-none-match"), etag)) {
      return context.body(null, 304, headers);
    }
    return context.body(body, 200, headers);
  });
}
