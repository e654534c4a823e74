import type { Method, Primer } from "../book/work.ts";
import { from } from "./sources.ts";

/** How paint is put on. The substrates' rates are for the method they name. */
export const methods: readonly Method[] = [
  {
    key: "brush-and-roll",
    label: { en: "Brush and roller", es: "Brocha y rodillo" },
    waste: from("tommymac", "10"),
    labour: from("starting", "1"),
  },
  {
    key: "roll-rough",
    label: { en: "Thick roller on a rough surface", es: "Rodillo grueso en superficie rugosa" },
    waste: from("tommymac", "20"),
    labour: from("starting", "1"),
  },
  {
    key: "brush",
    label: { en: "Brush", es: "Brocha" },
    waste: from("tommymac", "10"),
    labour: from("starting", "1"),
  },
  {
    key: "spray",
    label: { en: "Spray", es: "Pistola" },
    waste: from("tommymac", "20"),
    // A third off; covering everything else is prep.
    labour: from("costbook", "0.65"),
  },
  {
    key: "spray-back-roll",
    label: { en: "Spray and back-roll", es: "Pistola y repaso con rodillo" },
    waste: from("tommymac", "20"),
    labour: from("starting", "0.8"),
  },
  {
    key: "spray-fine",
    label: { en: "Fine spray, parts taken off", es: "Pistola fina, piezas desmontadas" },
    waste: from("tommymac", "20"),
    labour: from("starting", "1"),
  },
];

/** Primer under the finish: all over, or on the spots that prep has laid bare. Small spots take longer for their size. */
export const primers: readonly Primer[] = [
  {
    key: "full",
    label: { en: "Full coat of primer", es: "Mano completa de imprimador" },
    product: "primer-interior",
    sheen: "flat",
    percent: from("starting", "100"),
    labour: from("starting", "100"),
  },
  {
    key: "spot",
    label: { en: "Spot primer, 15 %", es: "Imprimador por partes, 15 %" },
    product: "primer-interior",
    sheen: "flat",
    percent: from("starting", "15"),
    labour: from("starting", "150"),
  },
  {
    key: "stain-block",
    label: { en: "Stain-blocking primer, 15 %", es: "Bloqueador de manchas, 15 %" },
    product: "primer-stain",
    sheen: "flat",
    percent: from("starting", "15"),
    labour: from("starting", "150"),
  },
  {
    key: "stain-block-full",
    label: { en: "Stain-blocking primer all over", es: "Bloqueador de manchas completo" },
    product: "primer-stain",
    sheen: "flat",
    percent: from("starting", "100"),
    labour: from("starting", "100"),
  },
  {
    key: "bonding",
    label: { en: "Bonding primer", es: "Imprimador de adherencia" },
    product: "primer-bonding",
    sheen: "flat",
    percent: from("starting", "100"),
    labour: from("starting", "100"),
  },
  {
    key: "full-exterior",
    label: { en: "Full coat of exterior primer", es: "Mano completa de imprimador exterior" },
    product: "primer-exterior",
    sheen: "flat",
    percent: from("starting", "100"),
    labour: from("starting", "100"),
  },
  {
    key: "spot-exterior",
    label: { en: "Exterior spot primer, 15 %", es: "Imprimador exterior por partes, 15 %" },
    product: "primer-exterior",
    sheen: "flat",
    percent: from("starting", "15"),
    labour: from("starting", "150"),
  },
  {
    key: "masonry-sealer",
    label: { en: "Masonry sealer all over", es: "Sellador de mampostería completo" },
    product: "primer-masonry",
    sheen: "flat",
    percent: from("starting", "100"),
    labour: from("starting", "100"),
  },
];
