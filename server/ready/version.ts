import { type ReadyResource, representation } from "./ready-answer.ts";

export interface VersionSources {
  /** Of the client that this server hands out. */
  readonly build: string;
  /** Whether tablets are to give up their service worker. */
  readonly killSw: boolean;
}

/** `/api/version`: which app this server hands out, and whether its service worker may stay. Asked by every start of the app. */
export function versionResource({ build, killSw }: VersionSources): ReadyResource {
  const answer = representation({
    status: 200,
    headers: {
      "content-type": "application/json; charset=UTF-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
    body: Buffer.from(JSON.stringify({ build, killSw })),
    etag: null,
  });
  return { ready: () => answer, isForAllOrigins: false };
}
