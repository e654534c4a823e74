import type { Say } from "../dictionary.ts";
import type { details as english } from "../en/details.ts";

export const details: Say<typeof english> = {
  detailsTitle: "Trabajo y cliente",
  detailsLead: "Teléfono, dirección, año, notas",
  detailsCustomer: "Cliente",
  detailsChangeCustomer: "Cambiar el cliente",
  detailsChangeDone: "El cliente está bien",
  detailsCustomerEverywhere:
    "Esto cambia el cliente en todos sus presupuestos. La dirección de este trabajo queda como está abajo.",
  detailsSalesforceKeeps: "Salesforce conserva lo que tiene: avisa a la oficina.",
  detailsCustomerAddress: "Dirección del cliente",
  detailsCustomerGone: "Este cliente ya no está en esta tableta.",
  detailsJob: "Trabajo",
  detailsJobName: "Nombre del trabajo",
  detailsSite: "Dirección del trabajo",
  detailsYear: "Año de construcción",
  detailsYearUnfinished: "Aún sin guardar. Escribe el año entero, como 1965.",
  detailsLeadSafe: "Construida antes de 1978: aplican las reglas de trabajo seguro con plomo.",
  detailsNotes: "Notas",
  detailsNoteCustomer: "Nota para el cliente",
  detailsNoteCustomerWho: "El cliente puede leer esto.",
  detailsNoteCrew: "Nota para la cuadrilla",
  detailsNoteCrewWho: "Solo tu gente. Nunca el cliente.",
  detailsAbout: "Sobre este presupuesto",
  detailsOpportunity: "Oportunidad en Salesforce",
  detailsOpportunityNew: "Una nueva, cuando el cliente acepte",
  detailsOpportunityMade: "Una nueva, hecha para este presupuesto",
  detailsOpportunityClosed: "Una que ya no está abierta",
  detailsPriceBook: "Lista de precios",
  detailsPriceBookExample: (name) => `${name}, sin revisar por un gerente`,
  detailsMadeBy: "Hecho por",
  detailsMadeOn: (who, when) => `${who}, ${when}`,
  detailsRemove: "Quitar presupuesto",
  detailsRemoved: (name) => `Presupuesto de ${name} quitado.`,
  detailsRemoveAccepted:
    "El cliente aceptó este presupuesto y no se puede quitar. Si tiene que irse, reábrelo primero.",
};
