import type { Say } from "../dictionary.ts";
import type { share as english } from "../en/share.ts";

/** Archivos que otra app ha compartido con esta. */
export const share: Say<typeof english> = {
  title: "De otra app",
  nothing: "No se ha compartido nada",
  nothingLead:
    "Comparte fotos desde tu galería, o un libro de Excel desde tus archivos, con Paintbox. Aparecen aquí.",
  workbook: "Libro de Excel, en esta tableta",
  others: (count) =>
    count === 1
      ? "Otro libro no se tomó. Comparte uno a la vez."
      : `Otros ${count} libros no se tomaron. Comparte uno a la vez.`,
  open: "Abrirlo en la lista de precios",
  openLead: "Ves cada diferencia antes de que cambie algo.",
  onlyManagers: "Un libro trae precios, y eso solo lo hacen los gerentes. No cambió nada.",
  putAway: "Descartarlo",
  tooLarge: (name) => `${name} pesa más de 10 MB.`,
  tooLargeTodo: "Una lista de precios pesa mucho menos. Revisa si es el archivo correcto.",
  notKept: "Esta tableta no pudo guardar lo que se compartió.",
  notKeptTodo: "Haz un poco de espacio y compártelo otra vez.",
  notReceived: "Paintbox no estaba listo para recibir lo compartido.",
  notReceivedTodo: "Ya está listo. Vuelve a la otra aplicación y compártelo de nuevo.",
  notTaken: "No se tomó nada y no cambió nada.",
  photos: (count) => (count === 1 ? "1 foto" : `${count} fotos`),
  photosLead: "En esta tableta. Elige el presupuesto al que pertenecen.",
  putAwaySure: (count) =>
    count === 1 ? "Descartar para siempre: 1 foto" : `Descartar para siempre: ${count} fotos`,
  putAwayNot: (count) => (count === 1 ? "Conservarla" : `Conservar las ${count}`),
  putPhotosAway: (count) => (count === 1 ? "Descartarla" : `Descartar ${count} fotos`),
  notShown: "Aquí no se ve, pero se puede enviar",
  refused: (count) => (count === 1 ? "1 archivo no se tomó" : `${count} archivos no se tomaron`),
  refusedNotPhoto: "no es una foto (JPEG, PNG, WebP o HEIC) ni un libro de Excel",
  refusedTooLarge: "pesa más de 25 MB, que es lo máximo para una foto",
  refusedTooMany: "aquí ya esperan 30 fotos; archívalas y compártelo otra vez",
  refusedNoRoom: "con este serían más de 100 MB; archiva las otras y compártelo otra vez",
  whose: "¿Qué presupuesto?",
  search: "Cliente, dirección o título",
  estimates: "Presupuestos",
  noEstimate: "Ningún presupuesto de esta tableta coincide",
  noEstimateLead:
    "Busca con menos letras, o empieza primero el presupuesto. Las fotos se quedan aquí.",
  fileUnder: (name) => `Para ${name}`,
  file: (count) => (count === 1 ? "Archivar la foto" : `Archivar ${count} fotos`),
  fileLead: "Esperan en esta tableta y van solas al proyecto de CompanyCam del trabajo.",
  filing: "Archivando",
  another: "Elegir otro presupuesto",
  silent: "Ahora no se pueden leer las fotos.",
  silentSafe: "Siguen en esta tableta.",
  silentTodo: "Cierra las otras ventanas de Paintbox e intenta de nuevo.",
};
