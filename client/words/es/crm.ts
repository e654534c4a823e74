import type { Say } from "../dictionary.ts";
import type { crm as en } from "../en/crm.ts";

export const crm: Say<typeof en> = {
  crmTitle: "Por resolver con Salesforce",
  crmCount: (count) =>
    count === 1
      ? "Salesforce no aceptó 1 presupuesto"
      : `Salesforce no aceptó ${count} presupuestos`,
  crmLead:
    "Lo que aceptaron los clientes está a salvo en nuestro servidor. No hay que escribir nada otra vez.",
  crmNone: "Nada por resolver",
  crmNoneLead: "Salesforce tiene todos los presupuestos aceptados.",
  crmNeedsSignal:
    "Para resolver esto hace falta señal. Hasta entonces todo está a salvo en nuestro servidor.",
  crmFailed: "El servidor no responde. Lo aceptado está a salvo allí.",
  crmDuplicate: "Salesforce ya tiene un cliente como este",
  crmDuplicateTodo: "Compara los dos. Si son el mismo, usa el de Salesforce.",
  crmLocked: "Alguien tiene ocupado a este cliente en Salesforce",
  crmLockedTodo: "Puede ser una importación u otro programa. Envíalo otra vez cuando termine.",
  crmValidation: "Una regla de Salesforce no lo deja pasar",
  crmValidationTodo: "Corrígelo en Salesforce o en el presupuesto y envíalo otra vez.",
  crmGone: "El cliente se borró o se combinó en Salesforce",
  crmGoneTodo: "Recupera allí al cliente, o reabre el presupuesto y elige otro.",
  crmPriceEntry: "La entrada de la lista de precios está apagada en Salesforce",
  crmPriceEntryTodo: "La oficina la vuelve a activar. Después envíalo otra vez.",
  crmPicklist: "Se quitó un valor de una lista en Salesforce",
  crmPicklistTodo: "La oficina lo vuelve a poner. Después envíalo otra vez.",
  crmAmbiguous: "Salesforce tiene este presupuesto más de una vez",
  crmAmbiguousTodo: "Un administrador tiene que revisarlo. Después envíalo otra vez.",
  crmNotAllowed: "Paintbox no puede escribir esto en Salesforce",
  crmNotAllowedTodo: "Un administrador tiene que permitirlo. Después envíalo otra vez.",
  crmTotal: "Salesforce calcula otro total",
  crmTotalTodo:
    "La oficina busca allí impuestos, descuentos o productos. Después envíalo otra vez.",
  crmOccupied: "La oportunidad elegida no está libre",
  crmOccupiedTodo: "Reabre el presupuesto y elige otra, o ninguna.",
  crmUnusable: "Este presupuesto no se puede enviar así",
  crmUnusableTodo: "Reábrelo y acéptalo otra vez.",
  crmOther: "Salesforce lo rechazó",
  crmOtherTodo: "Corrígelo en Salesforce o aquí y envíalo otra vez.",
  crmSaid: "Salesforce dice:",
  crmOurs: "El nuestro",
  crmTheirs: "En Salesforce",
  crmUnknown: "Aquí todavía no se conoce",
  crmUse: "Usar este cliente",
  crmUseName: (name) => `Usar este cliente: ${name}`,
  crmCreate: "Crear el nuestro como nuevo",
  crmRetry: "Enviar otra vez",
  crmOpen: "Abrir en Salesforce",
  crmToEstimate: "Al presupuesto",
  crmDismiss: "Cerrar sin enviar",
  crmDismissSure: "¿Cerrar esto sin enviarlo?",
  crmDismissLead:
    "El presupuesto sigue aceptado aquí y Salesforce no lo recibe. Al reabrirlo y aceptarlo se envía otra vez.",
  crmSentAgain: "Otra vez en camino a Salesforce.",
  crmClosed: "Cerrado. Salesforce no lo tiene.",
  crmNotYours: "Lo puede resolver un gerente o quien hizo el presupuesto.",
  crmNotOpen: "Alguien ya lo resolvió.",
  crmMatchGone: "Ese cliente ya no está en Salesforce.",
  crmAway: "Salesforce no responde. No se cambió nada; inténtalo más tarde.",
  crmNotDone: "No funcionó. No se cambió nada.",
};
