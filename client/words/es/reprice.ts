import type { Say } from "../dictionary.ts";
import type { reprice as english } from "../en/reprice.ts";

export const reprice: Say<typeof english> = {
  repriceOut: (newer, kept) =>
    `Ya hay una versión ${newer} de la lista de precios. Este presupuesto conserva la versión ${kept}.`,
  repriceSee: (version) => `Ver qué cambiaría la versión ${version}`,
  repriceTitle: (version) => `Qué cambiaría la versión ${version}`,
  repriceBefore: "Ahora",
  repriceAfter: (version) => `Versión ${version}`,
  repriceDifference: "Diferencia",
  repriceSame: "No cambia ninguna partida de esta opción.",
  repriceNot: "no se puede calcular",
  repriceLost: "Faltaría algo: esta opción no se podría aceptar así.",
  repriceDo: (version) => `Calcular con la versión ${version}`,
  repriceDone: (version) => `Calculado con la versión ${version}.`,
  repriceLines: (count) => (count === 1 ? `cambia 1 partida` : `cambian ${count} partidas`),
  repriceNotHere: "Esa lista de precios todavía no está en esta tableta.",
};
