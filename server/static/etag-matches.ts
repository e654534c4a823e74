/** Whether a browser has that already. `If-None-Match` compares weakly: a proxy may have marked the tag with `W/`. */
export const etagMatches = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
