/**
 * Whether an asker has that already. `If-None-Match` compares weakly: a proxy may have marked the tag with `W/`; `*` is
 * any.
 */
export const etagMatches = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  header.split(",").some((tag) => {
    const plain = tag.trim().replace(/^W\//, "");
    return plain === etag || plain === "*";
  });
