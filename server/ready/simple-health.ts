import { type ReadyResource, representation } from "./ready-answer.ts";

const ok = representation({
  status: 200,
  headers: {
    "content-type": "text/plain; charset=UTF-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  },
  body: Buffer.from("ok"),
  etag: null,
});

/** `/api/simple-health`, for load balancers: the process takes requests. */
export const simpleHealth: ReadyResource = { ready: () => ok, isForAllOrigins: false };
