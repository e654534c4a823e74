import type { Say } from "../dictionary.ts";
import type { older as english } from "../en/older.ts";

export const older: Say<typeof english> = {
  olderTitle: "Viejos y quitados",
  olderSearch: "Cliente, calle o trabajo",
  olderLead: "Los presupuestos que nadie tocó en un tiempo están solo en el servidor.",
  olderResults: "En el servidor",
  olderNeedsSignal: "Buscar presupuestos viejos necesita señal.",
  olderFailed: "El servidor no respondió.",
  olderAll: "Todos los presupuestos están en esta tableta",
  olderAllLead:
    "Lo que queda mucho tiempo sin tocar sale de la tableta, y aquí se encuentra otra vez.",
  olderNone: "Ningún presupuesto viejo encontrado",
  olderNoneLead: "Lo que buscas puede estar ya en la lista, o con otro nombre.",
  olderBring: "Traer a esta tableta",
  olderBringing: "En camino a esta tableta",
  olderWaits: "Llega con la próxima señal.",
  olderOpen: "Abrir",
  olderMore: "Ver más",
  olderTouched: (when) => `Último cambio: ${when}`,
  olderRemoved: "Quitados aquí o por otros",
  olderBringBack: "Traer de vuelta",
  olderIsBack: (name) => `El presupuesto de ${name} está de vuelta.`,
};
