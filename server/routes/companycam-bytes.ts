import { Hono } from "hono";
import type { ConnectedCompanyCam } from "../companycam/connected.ts";
import type { Photo } from "../companycam/model.ts";
import type { AppEnv } from "../identity.ts";
import { versionOf } from "./companycam.ts";
import { refuseCompanyCam } from "./refuse-companycam.ts";

/** The address names the version: these bytes are never others. Only for who is signed in. */
const FOR_EVER = "private, max-age=31536000, immutable";
/**
 * The browser's own cache asks nobody who they are. By this it gives a picture only to whoever has the session that fetched
 * it: to nobody who has signed out, and to no one else on the same tablet (docs/decisions/0031).
 */
const OF_THIS_SESSION = "cookie";
/** Some megabytes each, and looked at once. */
const NOT_KEPT = "no-store";

/**
 * `GET /photos/:id/bytes/:type/:version`: a photo's bytes through us, so that no tablet needs an address of CompanyCam's,
 * which ends some day. Every type but originals, which are for authors.
 */
export const companyCamBytesRoutes = (companyCam: ConnectedCompanyCam | null) =>
  new Hono<AppEnv>().get("/photos/:id/bytes/:type/:version", async (context) => {
    if (companyCam === null) return refuseCompanyCam(context, "not_connected");
    const { id, type, version } = context.req.param();
    const { companyId, role } = context.var.identity;
    const isOriginal = type.startsWith("original");
    if (isOriginal && role === "painter") return refuseCompanyCam(context, "originals_for_authors");
    const photo = await photoOfVersion(companyCam, companyId, id, version);
    if (!photo.ok) return refuseCompanyCam(context, photo.error);
    const uri = Object.hasOwn(photo.value.uris, type) ? photo.value.uris[type] : undefined;
    if (uri === undefined || versionOf(photo.value) !== version)
      return refuseCompanyCam(context, "not_found");
    const key = [companyId, id, type, version].join("/");
    const bytes = await companyCam.pictures.fetch(key, uri);
    if (!bytes.ok)
      return refuseCompanyCam(
        context,
        bytes.error === "unavailable" ? "unreachable" : "unexpected",
      );
    return context.body(bytes.value.body, 200, {
      "content-type": bytes.value.type,
      "cache-control": isOriginal ? NOT_KEPT : FOR_EVER,
      vary: OF_THIS_SESSION,
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "x-cache": bytes.isHeld ? "hit" : "miss",
    });
  });

/** Nobody can know of a version much longer than we do; and whoever invents some must not use up CompanyCam's calls. */
const LOOKED_JUST_NOW_MS = 5000;

/** The photo; asked for anew when somebody knows of a version that we have not seen. */
async function photoOfVersion(
  { reads }: ConnectedCompanyCam,
  companyId: string,
  id: string,
  version: string,
) {
  const known = await reads.photo(companyId, id);
  const isOther = (photo: Photo): boolean => versionOf(photo) !== version;
  if (!known.ok || !isOther(known.value) || known.ageMs < LOOKED_JUST_NOW_MS) return known;
  await reads.forgetPhoto(companyId, id);
  return reads.photo(companyId, id);
}
