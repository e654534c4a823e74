import * as z from "zod/mini";
import { identifierSchema, uuidSchema } from "../../shared/identifiers.ts";
import { type LiveMessage, PRESENCE_MS } from "./bus.ts";

const counter = z.int().check(z.gte(0));

/** What travels between processes; another version of us may have written it. */
const liveMessageSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("poke"), rev: counter }),
  z.object({
    kind: z.literal("presence"),
    sighting: z.object({
      userId: z.string().check(z.maxLength(64)),
      name: z.string().check(z.maxLength(255)),
      tabId: uuidSchema,
      beat: counter,
      estimateId: z.nullable(identifierSchema),
      remainingMs: z.number().check(z.gte(0), z.lte(PRESENCE_MS)),
    }),
  }),
]);

/** @returns null for what is no message of ours. */
export function readLiveMessage(text: string): LiveMessage | null {
  try {
    const message = liveMessageSchema.safeParse(JSON.parse(text));
    return message.success ? message.data : null;
  } catch {
    return null;
  }
}
