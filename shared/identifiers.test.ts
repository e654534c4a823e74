import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { uuidSchema, uuidV7 } from "./identifiers.ts";

const randomBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const moment = fc.integer({ min: 0, max: 2 ** 47 });

test("every id is a UUID of version 7 in canonical text", () => {
  fc.assert(
    fc.property(moment, randomBytes, (milliseconds, random) => {
      const id = uuidV7(milliseconds, random);
      expect(z.safeParse(uuidSchema, id).success).toBe(true);
      expect(id[14]).toBe("7");
      expect("89ab").toContain(id[19]);
    }),
  );
});

test("ids of a later millisecond sort after those of an earlier one", () => {
  fc.assert(
    fc.property(moment, moment, randomBytes, randomBytes, (one, other, first, second) => {
      fc.pre(one !== other);
      expect(uuidV7(one, first) < uuidV7(other, second)).toBe(one < other);
    }),
  );
});
