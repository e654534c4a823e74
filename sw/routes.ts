/**
 * Thumbnails of jobs' photos, with and without what was drawn on them. The address names the version: what is behind it never
 * changes (server/routes/companycam-bytes.ts). Larger pictures are looked at once.
 */
export const isThumbnail = ({ pathname, search }: URL): boolean =>
  search === "" &&
  /^\/api\/v1\/companycam\/photos\/[^/]+\/bytes\/thumbnail(?:_annotation)?\/[^/]+$/.test(pathname);

/** A file whose name says what is in it. This build's own are answered before it comes to this. */
export const isHashedFile = ({ pathname }: URL): boolean =>
  /^\/assets\/[^/]+-[\w-]{8,}\.\w+$/.test(pathname);

/** A server that answers every address with a page has not got the file. */
export const isNoPage = ({ headers }: Response): boolean =>
  !/^text\/html\b/.test(headers.get("content-type") ?? "");
