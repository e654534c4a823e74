import type { Say } from "../dictionary.ts";
import type { photos as en } from "../en/photos.ts";

/** Las fotos del trabajo en CompanyCam. */
export const photos: Say<typeof en> = {
  title: "Fotos",
  lead: "Lo que CompanyCam tiene de este trabajo",
  name: (facts) => `Foto, ${facts}`,
  place: (at, count) => `Foto ${at} de ${count}`,
  previous: "Anterior",
  next: "Siguiente",
  more: "Más fotos",
  internal: "No es para el cliente",
  onItsWay: "En camino",
  notLoaded: "Necesita señal",
  needsSignal: "Las fotos necesitan señal. Todo lo demás está en esta tableta.",
  shownOffline: "Sin señal: se muestra lo que está en esta tableta.",
  shownStale: "CompanyCam no responde ahora. Estas son de antes.",
  away: "Ahora no se pueden traer las fotos.",
  awaySafe: "Están a salvo en CompanyCam.",
  awayTodo: "Intenta de nuevo en un minuto.",
  notConnected: "Paintbox no está conectado a CompanyCam",
  notConnectedLead: "La oficina puede conectarlo. Todo lo demás funciona sin él.",
  lookAgain: "Mirar otra vez",
  notSent: "Este presupuesto todavía no llegó al servidor",
  notSentLead: "Se envía solo. Después se pueden buscar sus fotos.",
  noAddress: "Este trabajo todavía no tiene dirección",
  noAddressLead: "Las fotos se encuentran por la dirección.",
  toDetails: "Escribir la dirección",
  noProject: "Todavía no hay proyecto en CompanyCam",
  noProjectLead: "Se busca por la dirección y, si no existe, se crea.",
  noProjectPainter: "Lo puede buscar quien hace el presupuesto.",
  find: "Buscar el proyecto",
  looking: "Buscando el proyecto en CompanyCam",
  lookingLead: "Tarda unos segundos.",
  refused: "CompanyCam no lo aceptó",
  refusedAddress: "No acepta esta dirección. Revisa cómo está escrita e intenta de nuevo.",
  refusedConflict:
    "Allí hay algo que lo impide. Pide a la oficina que lo revise e intenta de nuevo.",
  refusedGone:
    "Ya no tiene el registro al que pertenece. Pide a la oficina que lo revise e intenta de nuevo.",
  refusedOther: "Pide a la oficina que lo revise e intenta de nuevo.",
  refusedSaid: "CompanyCam dice:",
  checkAddress: "Revisar la dirección",
  shown: (count) => (count === 1 ? "1 foto" : `${count} fotos`),
  none: "Todavía no hay fotos",
  noneLead: "Tómalas con CompanyCam en la obra; aparecen aquí.",
  here: "Fotos que esperan en esta tableta",
  hereOf: (count) => (count === 1 ? "1 foto" : `${count} fotos`),
  hereNeed: "Te necesita",
  hereGo: "Sin enviar",
  hereGone: "Su presupuesto ya no está en esta tableta.",
  hereRemove: "Quitar estas fotos",
  hereRemoved: (count) =>
    count === 1
      ? "1 foto ya no está en esta tableta."
      : `${count} fotos ya no están en esta tableta.`,
  waiting: "En esta tableta, sin enviar",
  waitingLead: "Salen solas cuando hay señal.",
  waits: "Sin enviar",
  stuck: "Sin enviar: te necesita",
  wentOut: (count) =>
    count === 1
      ? "1 foto está en el servidor. Aparece aquí cuando CompanyCam la tiene."
      : `${count} fotos están en el servidor. Aparecen aquí cuando CompanyCam las tiene.`,
  onTheirWay: (count) =>
    count === 1
      ? "1 foto está en el servidor y va a CompanyCam."
      : `${count} fotos están en el servidor y van a CompanyCam.`,
  notTakenThere: "No las aceptó CompanyCam",
  notTakenThereLead: "El servidor las guarda hasta que CompanyCam las tenga.",
  remove: "Quitar",
  removeNamed: (name) => `Quitar ${name}`,
  tryNamed: (name) => `Intentar de nuevo: ${name}`,
  removed: (name) => `${name} ya no está en esta tableta.`,
  noPicture: "Aquí no se ve",
  whyGone:
    "El servidor ya no tiene este presupuesto. Recupéralo e intenta de nuevo, o quita la foto.",
  whyNoAddress: "Su proyecto se encuentra por la dirección. Escríbela e intenta de nuevo.",
  whyNotConnected:
    "Paintbox no está conectado a CompanyCam. Pide a la oficina que lo conecte e intenta de nuevo.",
  whyProjectRefused: "CompanyCam no aceptó el proyecto. Revisa la dirección e intenta de nuevo.",
  whyTooLarge:
    "Pesa demasiado para el servidor. Hazla más pequeña en tu galería y compártela otra vez.",
  whyNotAPhoto: "El servidor no la toma por una foto. Quítala y comparte otra.",
  whyKeyTaken: "El servidor ya la tiene para otro trabajo. Mira ahí y quítala aquí.",
  whyNotTaken: "El servidor no la aceptó. Intenta de nuevo o avisa a tu oficina.",
};
