import type { Say } from "../dictionary.ts";
import type { where as english } from "../en/where.ts";

export const where: Say<typeof english> = {
  syncTitle: "Dónde está tu trabajo",
  syncNoSignal: "Sin señal. Todo queda en esta tableta y sale solo.",
  syncLast: (when) => `Último contacto con el servidor: ${when}`,
  syncNever: "Sin contacto con el servidor desde que abriste Paintbox.",
  syncRetry: "Enviar ahora",
  syncSafeToLeave: "Puedes cerrar la app. No se pierde nada.",
  syncRefused: "No aceptado",
  syncTooOld: "Esta versión de Paintbox es muy vieja para el servidor.",
  syncTooOldTodo: "Cierra Paintbox y ábrelo otra vez para recibir la nueva.",
  syncAllSafe: "Todo lo de esta tableta está también en el servidor.",
  salesforceConnecting: "Conectando.",
  salesforceLoading: "Se cargan los clientes por primera vez.",
  salesforceCurrent: "Responde. Los presupuestos aceptados entran solos.",
  salesforceSilent: "No responde. Los aceptados esperan en nuestro servidor; no se pierde nada.",
  salesforceMaintenance: "Está en mantenimiento. Los aceptados esperan en nuestro servidor.",
  salesforceQuota: "No admite más llamadas hoy. Los aceptados esperan en nuestro servidor.",
  salesforceLockedOut: "No deja entrar a Paintbox. La oficina debe revisarlo; no se pierde nada.",
  salesforceLast: (when) => `Último contacto: ${when}`,
  salesforceSetup: "La oficina debe preparar Salesforce:",
  rejectedDiscard: "Desechar",
  rejectedTyped: (value) => `Escrito: ${value}`,
  removalAsk:
    "El servidor quitó mucho de una vez. Nada se quita de esta tableta hasta que tú lo digas.",
};
