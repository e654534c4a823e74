import type { Say } from "../dictionary.ts";
import type { customers as english } from "../en/customers.ts";

export const customers: Say<typeof english> = {
  customerTitle: "¿Para quién es?",
  customerSearch: "Nombre, calle o teléfono",
  customerNew: "Cliente nuevo",
  customerNewNamed: (name) => `Cliente nuevo “${name}”`,
  customerNone: (text) => `Nadie coincide con “${text}”`,
  customerNoneLead:
    "Revisa cómo está escrito o agrégalo aquí. Llega a Salesforce con el presupuesto.",
  customerEmptyTitle: "Todavía no hay clientes en esta tableta",
  customerEmptyLead: "Llegan de Salesforce cuando hay señal. Puedes agregar uno ahora.",
  customerName: "Nombre",
  customerPhone: "Teléfono",
  customerEmail: "Correo",
  customerStreet: "Calle",
  customerCity: "Ciudad",
  customerState: "Estado",
  customerZip: "Código postal",
  customerAdd: "Agregar y empezar",
  customerNameMissing: "Falta el nombre. Basta con el primero.",
  opportunityTitle: "¿Qué trabajo es?",
  opportunityLead: (name) => `La oficina tiene trabajos abiertos de ${name}.`,
  opportunityNew: "Un trabajo nuevo",
};
