import type { Say } from "../dictionary.ts";
import type { presence as en } from "../en/presence.ts";

/** Quién más tiene abierto un presupuesto. */
export const presence: Say<typeof en> = {
  one: (name) => `${name} también está aquí`,
  two: (name, other) => `${name} y ${other} también están aquí`,
  more: (name, count) => `${name} y ${count} más también están aquí`,
  several: (count) => `Hay ${count} más aquí`,
};
