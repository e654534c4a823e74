import type { Words } from "./dictionary.ts";
import { customers } from "./es/customers.ts";
import { details } from "./es/details.ts";
import { editor } from "./es/editor.ts";
import { everywhere } from "./es/everywhere.ts";
import { home } from "./es/home.ts";
import { keypad } from "./es/keypad.ts";
import { price } from "./es/price.ts";
import { saving } from "./es/saving.ts";
import { start } from "./es/start.ts";
import { sync } from "./es/sync.ts";

/** The Spanish of painting crews in the United States: tú, short, the words of the trade. */
export const es: Words = {
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
};
