import type { Say } from "../dictionary.ts";
import type { sample as english } from "../en/sample.ts";

/** El presupuesto de ejemplo para probar. */
export const sample: Say<typeof english> = {
  title: "Casa de ejemplo",
  lead: "Medida y con precio, para probar. Se queda en esta tableta.",
  tryIt: "Prueba con una casa de ejemplo",
  mark: "Ejemplo: se queda en esta tableta",
  stays: "Nada de aquí llega a tu oficina ni a Salesforce. Cámbiala, ponle precio, acéptala.",
  toSample: "A la casa de ejemplo",
  open: "Abrir el ejemplo",
  again: "Empezar de nuevo",
  madeAgain: "El ejemplo está como al principio.",
  remove: "Quitar el ejemplo",
  removed: "El ejemplo está quitado.",
  none: "Ahora no hay ejemplo en esta tableta.",
  make: "Hacer la casa de ejemplo",
  ownTitle: "¿Listo para uno de verdad?",
  own: "Empezar tu presupuesto",
  coachRooms: "Tres cuartos ya están medidos. Toca uno.",
  coachMeasure: "Toca un largo y escribe otro: el precio lo sigue.",
  coachPrice: "Esto ve tu cliente. Toca una cifra para ver de dónde sale.",
  coachAccepted: "Aceptado, de prueba. Uno de verdad ya iría camino a Salesforce.",
  gotIt: "Entendido",
  acceptSafe: "De prueba: se queda en esta tableta y no le llega a nadie.",
  living: "Sala",
  kitchen: "Cocina",
  bedroom: "Recámara",
  front: "Frente",
  left: "Lado izquierdo",
  right: "Lado derecho",
};
