import * as z from "zod/mini";

/** What one released version of the tablet sends, and what it accepts as answers. */
export interface WireFixture {
  readonly protocol: number;
  readonly schema: number;
  /** Bodies as they went over the wire, byte for byte. */
  readonly push: string;
  readonly pull: string;
  /** What becomes of each of the push's mutations. */
  readonly outcomes: readonly string[];
  /** The schemas that this version checks answers with. */
  readonly pushAnswer: z.ZodMiniType;
  readonly pullAnswer: z.ZodMiniType;
}

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Records with exactly the fields that a version knows; it takes no other entity and no other field. */
export const recordsOf = (fieldNames: Readonly<Record<string, readonly string[]>>): z.ZodMiniType =>
  z.array(
    z
      .strictObject({
        entity: z.string(),
        id: z.string(),
        fields: z.record(z.string(), scalar),
        deleted: z.boolean(),
        rev: z.int(),
        updatedBy: z.string(),
      })
      .check(
        z.refine(
          ({ entity, fields }) =>
            fieldNames[entity]?.toSorted().join() === Object.keys(fields).toSorted().join(),
        ),
      ),
  );
