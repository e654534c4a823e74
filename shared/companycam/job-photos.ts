import * as z from "zod/mini";

/** What a tablet reads of CompanyCam: how far an estimate's project has come, and its photos. */

/** `GET`, `POST /api/v1/estimates/:id/companycam-project`. `none`: nobody has asked. `waiting`: it is being found or made. */
export const projectLinkSchema = z.object({
  state: z.enum(["none", "waiting", "linked", "refused"]),
  projectId: z.nullable(z.string()),
  /** Why it is refused, in English. */
  message: z.nullable(z.string()),
});
export type ProjectLink = z.infer<typeof projectLinkSchema>;

export const jobPhotoSchema = z.object({
  id: z.string(),
  description: z.nullable(z.string()),
  /** Nothing that a customer may see. */
  isInternal: z.boolean(),
  creatorName: z.string(),
  /** Unix milliseconds. */
  capturedAt: z.number(),
  /** Addresses of ours, by kind: `thumbnail`, `web`, `original`, and the same with `_annotation`. */
  bytes: z.record(z.string(), z.string()),
});
export type JobPhoto = z.infer<typeof jobPhotoSchema>;

/** `GET /api/v1/companycam/projects/:id/photos`. */
export const jobPhotosSchema = z.object({
  items: z.array(jobPhotoSchema),
  /** What to ask the next page with; null at the end. */
  next: z.nullable(z.string()),
  /** CompanyCam does not answer: these are from earlier. */
  stale: z.boolean(),
});
export type JobPhotos = z.infer<typeof jobPhotosSchema>;

/** `GET /api/v1/companycam/status`, as far as a tablet cares. */
export const companyCamStatusSchema = z.object({ connected: z.boolean() });
