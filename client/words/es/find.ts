import type { Say } from "../dictionary.ts";
import type { find as english } from "../en/find.ts";

export const find: Say<typeof english> = {
  findShow: "Mostrar",
  findAll: "Todos",
  findToday: "Hoy",
  findDraft: "Midiendo",
  findWaiting: "Por enviar",
  findAccepted: "Aceptados",
  findOne: "1 presupuesto",
  findCount: (count) => `${count} presupuestos`,
  findMoreThan: (count) => `Más de ${count} presupuestos, los más nuevos primero`,
  findNone: (text) => `Ningún presupuesto para «${text}»`,
  findNoneHere: "Aquí no hay nada",
  findNoneLead: "Se buscó en los nombres, teléfonos, calles y ciudades de esta tableta.",
  findNoneOf: (filter) => `Se buscó solo en «${filter}».`,
  findEverywhere: "Buscar en todos",
  findNew: (text) => `Nuevo presupuesto para «${text}»`,
};
