import type { Say } from "../dictionary.ts";
import type { home as english } from "../en/home.ts";

export const home: Say<typeof english> = {
  homeTitle: "Presupuestos",
  homeNew: "Nuevo presupuesto",
  homeNothingYet: "Todavía no ha llegado nada",
  homeNothingYetLead:
    "Los presupuestos y clientes llegan con la primera señal. Deja Paintbox abierto hasta que estén.",
  homePainter: "Puedes ver todo. Los cambios los hacen los estimadores y gerentes.",
  homeEmptyPainter: "Lo que hace la oficina llega solo.",
  homeEmptyTitle: "Todavía no hay presupuestos",
  homeEmptyLead: "Mide tu primer cuarto. Toma unos dos minutos.",
  homeUntitled: "Sin nombre",
  homeMore: "Ver más",
  homeSearch: "Nombre, calle o teléfono",
  homeOlder: "Presupuestos viejos y quitados",
  stateDraft: "Midiendo",
  stateSent: "En Salesforce",
};
