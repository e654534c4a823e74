import type { Say } from "../dictionary.ts";
import type { storage as en } from "../en/storage.ts";

/** Lo que Paintbox ocupa en la tableta, y cómo devolver una parte. */
export const storage: Say<typeof en> = {
  title: "Espacio",
  lead: "Lo que Paintbox ocupa en esta tableta",
  used: (used, cap) => `${used} de ${cap} MB en uso`,
  usedLead: "Para la aplicación y las fotos. Nunca ocupa más.",
  megabytes: (size) => `${size} MB`,
  kilobytes: (size) => `${size} KB`,
  about: (size) => `Unos ${size}`,
  unknown: "No se sabe",
  app: "La aplicación",
  appLead: "Todas las pantallas de esta versión, para abrir sin señal",
  update: "Una versión nueva",
  updateLead: "Está completa aquí antes de reemplazar a esta",
  older: "Versiones anteriores",
  olderLead: "Partes que una ventana abierta todavía necesitaba",
  photos: "Fotos",
  photoCount: (count) => (count === 1 ? "1 imagen pequeña" : `${count} imágenes pequeñas`),
  photosNone: "Todavía ninguna. Lo que mires con señal se queda para después.",
  records: "Tu trabajo",
  recordsLead:
    "Presupuestos, clientes y precios. No cuenta en lo de arriba y nunca se borra para hacer lugar.",
  waiting: (count, size) => (count === 1 ? `1 foto, ${size}` : `${count} fotos, ${size}`),
  waitingLead: "Esperan a ser enviadas. Salen cuando el servidor las tiene.",
  free: "Liberar las fotos",
  freeLead: "Vuelven cuando las mires con señal. En CompanyCam se quedan.",
  freed: (size) => `Las fotos ya no están en esta tableta: ${size} libres.`,
  notFreed: "No se pudieron quitar las fotos.",
  notFreedSafe: "No se cambió nada.",
  promised: "El navegador prometió guardar tu trabajo.",
  notPromised: "El navegador no prometió guardar tu trabajo.",
  notPromisedLead:
    "Si la tableta se llena, podría borrar lo que hay aquí. Lo enviado está a salvo en el servidor. Pon Paintbox en la pantalla de inicio y luego pídelo.",
  ask: "Pedirlo al navegador",
  asked:
    "Dice que todavía no. Usa Paintbox desde la pantalla de inicio unos días y pídelo otra vez.",
  noWorker: "Este navegador no guarda la aplicación para abrirla sin señal.",
  noWorkerLead:
    "Tu trabajo sigue en esta tableta. Usa Chrome, Edge o Safari, y no una ventana privada.",
  silent: "No se pudo saber cuánto ocupan la aplicación y las fotos.",
  silentSafe: "Todo lo que guardaste está en esta tableta.",
  silentTodo: "Cierra las otras ventanas de Paintbox e intenta de nuevo.",
};
