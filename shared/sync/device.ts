import * as z from "zod/mini";
import { uuidSchema } from "../identifiers.ts";

/**
 * What the server knows of a person on a device, as `GET /api/session` tells beside who is signed in: every database
 * this browser has had for them. One that the tablet does not have any more was removed by the browser.
 */
export const deviceSchema = z.object({
  clients: z.array(
    z.object({
      clientId: uuidSchema,
      /** The number of its last edit that the server has. */
      lastSeq: z.int().check(z.gte(0)),
      schema: z.int(),
      /** Unix milliseconds of its last push. */
      seenAt: z.number(),
    }),
  ),
});
export type Device = z.infer<typeof deviceSchema>;

/** In an answer that also says who is signed in; an older server says nothing of the device. */
export const deviceAnswerSchema = z.object({ device: z.optional(deviceSchema) });
