import { Hono } from "hono";
import type { Account } from "../account.ts";
import { drawRoom, type Rendition, renditions } from "./draw-room.ts";

const isRendition = (text: string): text is Rendition => renditions.some((each) => each === text);

/** The host of the pictures. Whoever sends it an account's token has told it to a third party, and is told so. */
export const staticRoutes = (account: Account) =>
  new Hono().get("/:photoId/:file", (c) => {
    if (c.req.header("Authorization") !== undefined)
      return c.text("This host must not be told tokens.", 400);
    const photo = account.photos.get(c.req.param("photoId"));
    const type = c.req.param("file").replace(/_annotation$/, "");
    if (!photo || photo.status === "deleted" || !isRendition(type)) return c.text("Not found", 404);
    const bytes =
      photo.drawing === null ? account.bytesOf(photo.id) : drawRoom(photo.drawing, type);
    if (bytes === undefined) return c.text("Not found", 404);
    // What was uploaded is not scaled: every rendition has the bytes of the original.
    return c.body(new Uint8Array(bytes), 200, { "Content-Type": "application/octet-stream" });
  });
