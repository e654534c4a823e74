import * as z from "zod/mini";

/** What a browser says of the device it runs on, as far as people tell devices apart. */
export const deviceKinds = [
  "ipad",
  "iphone",
  "android-tablet",
  "android-phone",
  "windows",
  "mac",
  "chromebook",
  "linux",
  "other",
] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/**
 * Why a session is over. `reuse`: a secret that had been replaced was shown again, by a copy of the cookie. `replaced`:
 * somebody signed in on the same device. `deactivated`: Salesforce says that the person does not work there any more.
 */
export const sessionEnds = [
  "signed-out",
  "signed-out-remotely",
  "reuse",
  "replaced",
  "deactivated",
  "wiped",
] as const;
export type SessionEnd = (typeof sessionEnds)[number];

export const listedDeviceSchema = z.object({
  id: z.string(),
  userId: z.string(),
  userName: z.string(),
  kind: z.enum(deviceKinds),
  /** The browser's name, as it calls itself. */
  browser: z.string(),
  /** Whether this is the device that asks. */
  isThis: z.boolean(),
  /** Unix milliseconds, as all times here. */
  signedInAt: z.number(),
  seenAt: z.number(),
  /** Unsent edits when it was last heard of; null: it has not said. */
  waiting: z.nullable(z.int()),
  end: z.nullable(z.object({ at: z.number(), why: z.enum(sessionEnds) })),
  /** A wipe that was asked for: how far it has come. */
  wipe: z.nullable(
    z.object({
      askedAt: z.number(),
      heardAt: z.nullable(z.number()),
      /** Edits that were sent meanwhile, and edits that could not be and are kept for their author. */
      sent: z.int(),
      kept: z.int(),
      wipedAt: z.nullable(z.number()),
    }),
  ),
  /** What is kept of this device's unsent work, as far as whoever asks may have it, by id. */
  escrows: z.array(
    z.object({
      id: z.string(),
      /** Who has written it: not always the person whose device it was. */
      userId: z.string(),
      /** Absent from a server that is older than the tablet. */
      userName: z.optional(z.string()),
      edits: z.int(),
      at: z.number(),
      /** When its author first asked for it. Absent from a server that is older than the tablet. */
      broughtAt: z.optional(z.nullable(z.number())),
    }),
  ),
});
export type ListedDevice = z.infer<typeof listedDeviceSchema>;

/** `GET /api/v1/devices`: a manager's whole company, everybody else's own and what keeps work of theirs; the latest seen first. */
export const devicesResponseSchema = z.object({ devices: z.array(listedDeviceSchema) });

/** `POST /api/session/escrow`: unsent work of one person, as in a rescue file (docs/rescue-file.md). */
export const escrowRequestSchema = z.strictObject({
  userId: z.string().check(z.maxLength(64)),
  companyId: z.string().check(z.maxLength(64)),
  /** Edits in it. */
  edits: z.int().check(z.gte(1)),
  /** JSON text, which only tablets read. */
  content: z.string().check(z.minLength(2)),
});
export type EscrowRequest = z.infer<typeof escrowRequestSchema>;
export const escrowResponseSchema = z.object({ id: z.string(), edits: z.int() });
/** `GET /api/v1/devices/:id/escrows/:escrowId`. */
export const escrowContentSchema = z.object({ userId: z.string(), content: z.string() });
