import type { Say } from "../dictionary.ts";
import type { takeOver as english } from "../en/take-over.ts";

export const takeOver: Say<typeof english> = {
  takeOver: "Hacerme cargo",
  takeOverSure: "¿Hacerte cargo de este presupuesto?",
  takeOverMine: (name) => `Lleva tu nombre en lugar del de ${name} y se queda en tus tabletas.`,
  takeOverNobodys: "Desde ahora lleva tu nombre y se queda en tus tabletas.",
  takeOverKept: (name) =>
    `No cambia nada de su contenido. Lo que ${name} aún no ha enviado sigue llegando.`,
  takeOverWaiting: (count, name) =>
    count === 1
      ? `1 cambio de ${name} espera en esta tableta; sale cuando ${name} inicie sesión aquí.`
      : `${count} cambios de ${name} esperan en esta tableta; salen cuando ${name} inicie sesión aquí.`,
  takeOverTold: (name) =>
    `${name} ve tu nombre con la próxima señal y puede recuperarlo. El historial guarda quién se hizo cargo.`,
  takenOver: (name) =>
    name === "" ? "Ahora este presupuesto es tuyo." : `Te hiciste cargo en lugar de ${name}.`,
};
