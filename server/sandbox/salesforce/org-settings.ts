/**
 * What an administrator of the org has set up, and in which mood Salesforce is: rules that refuse a record, features
 * that are off, limits, another instance. Kept in memory; a reset goes back to a new org's settings.
 */
import * as z from "zod/mini";

const ruleTarget = { object: z.string(), field: z.string() };

export const orgSettingsSchema = z.object({
  /** `off`: Quote and QuoteLineItem do not exist, as in an org that never turned Quotes on. */
  quotes: z.prefault(z.enum(["on", "off"]), "on"),
  /** A record like one that is there already, in all of these fields, whatever their case. */
  duplicateRules: z.prefault(
    z.array(
      z.object({
        object: z.string(),
        fields: z.array(z.string()).check(z.minLength(1)),
        /** `alert` may be overridden with Sforce-Duplicate-Rule-Header, `block` may not. */
        action: z.enum(["alert", "block"]),
        /** How the answer spells its details: Salesforce itself writes `duplicateResut`. */
        spelling: z.prefault(z.enum(["duplicateResut", "duplicateResult"]), "duplicateResut"),
      }),
    ),
    [],
  ),
  /** Refuses a record whose field has a value that fits the regular expression. */
  validationRules: z.prefault(
    z.array(z.object({ ...ruleTarget, matches: z.string(), message: z.string() })),
    [],
  ),
  /** Values an administrator took out of a restricted picklist. */
  removedPicklistValues: z.prefault(z.array(z.object({ ...ruleTarget, value: z.string() })), []),
  /** Where the org lives; every other address then redirects. Null: wherever it was asked. */
  instanceUrl: z.prefault(z.nullable(z.string()), null),
  dailyApiRequests: z.prefault(z.int(), 100_000),
  /** What the org's other programs have used of them. */
  otherApiRequests: z.prefault(z.int(), 0),
  /** Requests at the same time before the next is refused. */
  concurrentRequests: z.prefault(z.int(), 1_000),
  /** Rows of a page at the most, whatever a client asks for. */
  pageRows: z.prefault(z.int(), 2_000),
  /** How long a write goes on after its work, in milliseconds: so long its parents are locked for others. */
  lockMs: z.prefault(z.int(), 0),
});

export type OrgSettings = z.infer<typeof orgSettingsSchema>;
export type OrgSettingsInput = z.input<typeof orgSettingsSchema>;

export class OrgSettingsBook {
  #current: OrgSettings = orgSettingsSchema.parse({});

  get current(): OrgSettings {
    return this.#current;
  }

  /** Changes what is named. @throws when it is malformed; then nothing is changed */
  set(changes: OrgSettingsInput): void {
    this.#current = orgSettingsSchema.parse({ ...this.#current, ...changes });
  }

  clear(): void {
    this.#current = orgSettingsSchema.parse({});
  }
}
