import * as z from "zod/mini";

/**
 * A photo that the server has taken and CompanyCam has not. `waiting`: on the server's disk. `announced`: CompanyCam
 * fetches it. `failed`: it was refused, and waits for a person.
 */
export const uploadSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  state: z.enum(["waiting", "announced", "arrived", "failed"]),
  /** When it was taken, Unix milliseconds. */
  capturedAt: z.number(),
  /** Why it has failed, as CompanyCam says it. */
  message: z.nullable(z.string()),
});
export type Upload = z.infer<typeof uploadSchema>;

/** `GET /api/v1/companycam/uploads`: of all projects of the company, the newest first, without those that have arrived. */
export const uploadsSchema = z.object({ uploads: z.array(uploadSchema) });
export type Uploads = z.infer<typeof uploadsSchema>;
