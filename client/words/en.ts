import { customers } from "./en/customers.ts";
import { details } from "./en/details.ts";
import { editor } from "./en/editor.ts";
import { everywhere } from "./en/everywhere.ts";
import { home } from "./en/home.ts";
import { keypad } from "./en/keypad.ts";
import { price } from "./en/price.ts";
import { saving } from "./en/saving.ts";
import { start } from "./en/start.ts";
import { sync } from "./en/sync.ts";

/**
 * Every sentence of Paintbox, in English, subject by subject; es.ts says the same in Spanish and the compiler finds what
 * is missing. Short, concrete, in the painter's language. Flat keys that begin with the group they are read in.
 * Numbers come in as they should be read (see `number()` of useWords), counts as numbers so that the plural is right.
 */
export const en = {
  ...everywhere,
  ...start,
  ...home,
  ...customers,
  ...editor,
  ...details,
  ...keypad,
  ...price,
  ...sync,
  ...saving,
} as const;
