import type { Say } from "../dictionary.ts";
import type { where as english } from "../en/where.ts";

export const where: Say<typeof english> = {
  whereTitle: "Dónde está tu trabajo",
  whereSafe: "Puedes irte",
  whereHereOnly: "Solo en esta tableta",
  whereNeedsYou: "Necesita tu atención",
  whereAllSafe: "Todo lo de esta tableta está también en el servidor.",
  whereOthers: (count, name) =>
    count === 1
      ? `1 cambio de ${name} está solo en esta tableta. Sale cuando ${name} inicie sesión aquí.`
      : `${count} cambios de ${name} están solo en esta tableta. Salen cuando ${name} inicie sesión aquí.`,
  whereGoesOut: "Sale solo. Puedes cerrar la app; no se pierde nada.",
  whereNoSignal: "Sin señal. Todo queda en esta tableta y sale solo.",
  whereServerAway: "El servidor no responde. Todo queda aquí y se intenta otra vez solo.",
  whereSignIn: "Inicia sesión otra vez para enviarlo. Hasta entonces todo queda en esta tableta.",
  whereSignedOut: "Tu sesión terminó. Inicia sesión para recibir lo que otros cambiaron.",
  whereTooOld: "Esta versión de Paintbox es muy vieja para el servidor.",
  whereTooOldTodo: "Cierra Paintbox y ábrelo otra vez para recibir la nueva.",
  whereRefused: "El servidor no lo acepta. Avisa a la oficina; tu trabajo queda en esta tableta.",
  whereLost:
    "El almacenamiento de esta tableta no responde. Cierra el navegador por completo y abre Paintbox otra vez.",
  whereTakenOver:
    "Hay una versión más nueva de Paintbox abierta en otra pestaña. Empieza de nuevo aquí.",
  whereStorage: "Esta tableta está llena. Borra videos o apps e inténtalo otra vez.",
  whereToSettle: (count) =>
    count === 1 ? "Dos personas cambiaron lo mismo." : `Dos personas cambiaron ${count} cosas.`,
  whereNotTaken: (count) =>
    count === 1 ? "El servidor no aceptó 1 cambio." : `El servidor no aceptó ${count} cambios.`,
  wherePhotosStuck: (count) =>
    count === 1 ? "1 foto no se pudo enviar." : `${count} fotos no se pudieron enviar.`,
  wherePhotos: "Fotos que esperan en esta tableta",
  wherePhotosOf: (count) => (count === 1 ? "1 foto" : `${count} fotos`),
  wherePhotosNeed: "Te necesita",
  wherePhotosGo: "Sin enviar",
  wherePhotosGone: "Su presupuesto ya no está en esta tableta.",
  wherePhotosRemove: "Quitar estas fotos",
  wherePhotosRemoved: (count) =>
    count === 1
      ? "1 foto ya no está en esta tableta."
      : `${count} fotos ya no están en esta tableta.`,
  whereSending: (sent, all) => `Enviando ${sent} de ${all}.`,
  whereSince: (when) => `Desde ${when} espera el más viejo.`,
  whereLast: (when) => `Último contacto con el servidor: ${when}`,
  whereNever: "Esta tableta aún no ha tenido contacto con el servidor.",
  whereRetry: "Enviar ahora",
  whereCheck: "Revisar ahora",
  whereChecking: "Preguntando al servidor.",
  whereChecked: "El servidor respondió.",
  whereCheckedNoSignal: "Sin señal. Paintbox lo intenta otra vez solo cuando vuelva.",
  whereCheckedNoServer: "El servidor no responde. Paintbox sigue preguntando solo.",
  whereTruths: "Tus cambios",
  whereTablet: "Solo en esta tableta",
  whereTabletNone: "Aquí no espera nada.",
  whereTabletRefused: (count) =>
    count === 1
      ? "No espera nada. 1 cambio no se aceptó: mira arriba."
      : `No espera nada. ${count} cambios no se aceptaron: mira arriba.`,
  whereTabletSome: "Aún no están en el servidor.",
  whereServer: "En el servidor",
  whereServerNone: "Nada espera la copia de seguridad.",
  whereServerSome: "Aún sin copia de seguridad. Esta tableta los guarda hasta entonces.",
  whereBackup: "En la copia de seguridad",
  whereBackupNever: "Esta tableta no sabe de ninguna copia. Las hace tu oficina.",
  whereBackupAll: "Todo lo que esta tableta envió.",
  whereBackupRest: "Todo lo anterior.",
  whereQueue: "Espera en esta tableta",
  whereQueueServer: (count) =>
    count === "1" ? "1 cambio espera la copia" : `${count} cambios esperan la copia`,
  whereCustomers: "Clientes",
  wherePriceBook: "Lista de precios",
  whereEstimate: (name) => `Presupuesto · ${name}`,
  whereBegun: "empezado",
  whereAdded: "agregado",
  whereCopied: "copiado",
  whereRemoved: "quitado",
  whereBroughtBack: "traído de vuelta",
  whereTakenOn: "a tu cargo",
  whereTimes: (what, count) => (count === 1 ? what : `${what} (${count})`),
  whereMore: (count) => `y ${count} más`,
  whereStateTablet: "En esta tableta",
  whereStateSending: "Enviándose",
  whereStateServer: "En el servidor",
  whereRemovalTitle: (removing, of) => `El servidor quitó ${removing} de ${of} registros`,
  whereRemovalLead:
    "Eso no es normal. Todos siguen en esta tableta. Pregunta en la oficina antes de dejarlos ir; hasta entonces no entra nada nuevo.",
  whereRemovalAsked:
    "El servidor quitó gran parte de lo que hay aquí. Nada se va antes de que lo digas.",
  whereRemovalKeep: "Guardarlos aquí por ahora",
  whereRemovalRemove: "Quitarlos",
  whereRemovalKept: "Guardados. Puedes decidir después, aquí.",
  whereRemovalSure: (removing) => `¿Quitar ${removing} registros de esta tableta?`,
  whereRemovalSureLead:
    "Ya no están en el servidor, y entonces tampoco aquí. Lo que aún no enviaste se queda en todo caso.",
  whereSettleTitle: "Por resolver",
  whereSettleOther: "Clientes y lista de precios",
  whereSettleCount: (count) =>
    count === 1 ? "1 cosa que cambiaron dos personas" : `${count} cosas que cambiaron dos personas`,
  rejectedTitle: "No aceptado",
  rejectedDiscard: "Desechar",
  rejectedDiscarded: "Descartado.",
  rejectedTyped: (value) => `Escrito: ${value}`,
  rejectedWanted: (value) => `Lo que se quería aquí: ${value}`,
  rejectedToRemove: "quitarlo",
  rejectedToBringBack: "traerlo de vuelta",
  rejectedToLeave: "dejarlo como estaba",
  rejectedNow: (value) => `Vale ahora: ${value}`,
  rejectedIsGone: "Está quitado.",
  rejectedIsThere: "Sigue ahí.",
  rejectedSettledBy: (name) => `${name} ya lo resolvió. Mira el presupuesto; cámbialo si está mal.`,
  rejectedCopy: "Copiar como texto",
  rejectedCopied: "Copiado.",
  rejectedAgain: "Editar otra vez",
  rejectedByHand:
    "El navegador no deja copiar a Paintbox. Este texto está marcado: cópialo a mano.",
  salesforceConnecting: "Conectando.",
  salesforceLoading: "Se cargan los clientes por primera vez.",
  salesforceCurrent: "Responde. Los presupuestos aceptados entran solos.",
  salesforceSilent: "No responde. Los aceptados esperan en nuestro servidor; no se pierde nada.",
  salesforceMaintenance: "Está en mantenimiento. Los aceptados esperan en nuestro servidor.",
  salesforceQuota: "No admite más llamadas hoy. Los aceptados esperan en nuestro servidor.",
  salesforceLockedOut: "No deja entrar a Paintbox. La oficina debe revisarlo; no se pierde nada.",
  salesforceLast: (when) => `Último contacto: ${when}`,
  salesforceSetup: "La oficina debe preparar Salesforce:",
};
