import type { Context, Handler } from "hono";
import type { AppEnv } from "../identity.ts";
import { refuse } from "../routes/refuse.ts";
import { acceptedEncoding, type Encoding } from "./accepted-encoding.ts";
import { type ClientFile, type ClientFiles, fileOf } from "./client-files.ts";
import { etagMatches } from "./etag-matches.ts";
import type { KeptAssets } from "./kept-assets.ts";
import { KILL_WORKER } from "./kill-worker.ts";
import { securityHeaders } from "./security-headers.ts";

/** One answer, ready: made once at start, because an ETag by request costs six times the throughput. */
interface ReadyAnswer {
  readonly etag: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Record<string, string>;
}

type ReadyFile = Readonly<Record<Encoding, ReadyAnswer>>;

interface ServeClientOptions {
  /** Decides whether browsers are told to insist on TLS. */
  readonly publicUrl: string;
  /** What pages of earlier builds may still ask for. */
  readonly kept: KeptAssets;
  /** Hands out a service worker that takes itself away. */
  readonly killSw: boolean;
}

/** Serves the built client: files by their path, `index.html` for every other page address. */
export function serveClient(
  client: ClientFiles,
  { publicUrl, kept, killSw }: ServeClientOptions,
): Handler<AppEnv> {
  const security = securityHeaders(publicUrl);
  let made: ReadonlyMap<string, ReadyFile> | null = null;
  const makeAll = (): ReadonlyMap<string, ReadyFile> =>
    new Map(
      [...client.files(), ...(killSw ? [["/sw.js", killWorker] as const] : [])].map(
        ([path, file]) => [path, readyFile(path, file, security)] as const,
      ),
    );
  const ofEarlierBuild = async (path: string): Promise<ReadyFile | undefined> => {
    const file = await kept.find(path);
    return file && readyFile(path, file, security);
  };
  return async (context) => {
    const ready = (made ??= makeAll());
    const { path } = context.req;
    const file =
      ready.get(path) ??
      (isPageAddress(context) ? ready.get("/index.html") : await ofEarlierBuild(path));
    if (file === undefined) return refuse(context, "not_found");
    const answer = file[acceptedEncoding(context.req.header("accept-encoding"))];
    if (etagMatches(context.req.header("if-none-match"), answer.etag))
      return context.body(null, 304, answer.headers);
    if (context.req.method === "HEAD")
      return context.body(null, 200, {
        ...answer.headers,
        "content-length": String(answer.body.byteLength),
      });
    return context.body(answer.body, 200, answer.headers);
  };
}

const killWorker = fileOf(".js", { plain: new TextEncoder().encode(KILL_WORKER) });

/** An address of the app, for people and for probes; a missing script must not be answered with a page. */
function isPageAddress(context: Context<AppEnv>): boolean {
  const lastPart = context.req.path.split("/").at(-1) ?? "";
  const accept = context.req.header("accept") ?? "*/*";
  return !lastPart.includes(".") && /text\/html|\*\/\*/.test(accept);
}

function readyFile(
  path: string,
  { type, hash, plain, br, gzip }: ClientFile,
  security: Readonly<Record<string, string>>,
): ReadyFile {
  const common = {
    ...security,
    "content-type": type,
    "cache-control": cacheControl(path),
    vary: "accept-encoding",
  };
  const answer = (encoding: Encoding, body: Uint8Array<ArrayBuffer> | undefined): ReadyAnswer => {
    if (body === undefined) return answer("identity", plain);
    const etag = encoding === "identity" ? `"${hash}"` : `"${hash}-${encoding}"`;
    const encoded = encoding === "identity" ? {} : { "content-encoding": encoding };
    return { etag, body, headers: { ...common, ...encoded, etag } };
  };
  return { identity: answer("identity", plain), br: answer("br", br), gzip: answer("gzip", gzip) };
}

/** Vite puts a hash of the content into the names under `/assets/`; every other name is asked for anew. */
function cacheControl(path: string): string {
  if (path.startsWith("/assets/")) return "public, max-age=31536000, immutable";
  // A worker that a cache holds on to would hold on to the whole app.
  return path === "/sw.js" ? "no-store" : "no-cache";
}
