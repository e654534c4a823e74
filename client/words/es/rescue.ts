import type { Say } from "../dictionary.ts";
import type { rescue as english } from "../en/rescue.ts";

export const rescue: Say<typeof english> = {
  sendNow: "Enviar ahora",
  save: "Guardar un archivo de rescate",
  photosUnsent: (count) =>
    count === 1 ? "1 foto no se ha enviado." : `${count} fotos no se han enviado.`,
  photosSafe: "Están en esta tableta.",
  photosUnsentTodo:
    "Las fotos no van en un archivo de rescate. Busca señal y envíalas, o quita las que nadie necesita.",
  sharedUnfiled: (count) =>
    count === 1
      ? "1 archivo compartido con Paintbox no se ha guardado en un presupuesto."
      : `${count} archivos compartidos con Paintbox no se han guardado en un presupuesto.`,
  sharedUnfiledSafe: "Todavía no se ha perdido nada.",
  sharedUnfiledTodo: "Al salir se borran. Guárdalos primero, o sal sin ellos.",
  sharedSee: "Ver lo compartido",
  signOutWithout: "Salir sin ellos",
  photosSee: "Ver dónde están",
  title: "Archivo de rescate",
  lead: "Todo tu trabajo sin enviar va a un archivo con llave. Con el archivo y su frase clave lo recuperas, aquí o en otra tableta.",
  passphrase: "Frase clave",
  passphraseHint: "Al menos 10 caracteres. Anótala: sin ella nadie puede abrir el archivo.",
  passphraseShort: "Muy corta: al menos 10 caracteres.",
  make: "Cerrar y guardar el archivo",
  making: "Cerrando y revisando el archivo",
  made: (count) =>
    count === 1
      ? "El archivo está escrito y revisado: lleva 1 cambio sin enviar."
      : `El archivo está escrito y revisado: lleva ${count} cambios sin enviar.`,
  share: "Compartir el archivo",
  download: "Guardar el archivo otra vez",
  haveIt: "Tengo el archivo y su frase clave",
  haveItDetail: "Mira que esté donde lo guardaste.",
  signOut: "Salir",
  stays: "Tu trabajo sin enviar también queda en esta tableta. Sale cuando vuelvas a entrar aquí.",
  notVerified: "El archivo no se pudo leer de vuelta.",
  notVerifiedTodo: "Intenta de nuevo. Si sigue igual, no salgas de tu sesión en esta tableta.",
  typedSince: "Se escribió algo después de hacer el archivo.",
  typedSinceTodo: "Cierra esto y guarda el archivo otra vez.",
  nothingLost: "No se pierde nada: todo sigue en esta tableta.",
  bring: "Recuperar un archivo de rescate",
  bringLead: "Trabajo sin enviar de esta u otra tableta",
  choose: "Elegir el archivo",
  bringNow: "Recuperar el trabajo",
  bringing: "Abriendo el archivo",
  brought: (count) =>
    count === 1
      ? "1 cambio ya está en esta tableta. Sale solo."
      : `${count} cambios ya están en esta tableta. Salen solos.`,
  broughtNothing: "Todo lo de este archivo ya está en esta tableta.",
  broughtRefused: (count) => (count === 1 ? "Revisa 1 cambio." : `Revisa ${count} cambios.`),
  nothingChanged: "No se cambió nada en esta tableta.",
  notRescue: "Esto no es un archivo de rescate, o es de un Paintbox más nuevo.",
  notRescueTodo: "Elige el archivo que termina en .paintbox.",
  damaged: "El archivo está dañado.",
  damagedTodo: "Cópialo otra vez de donde se guardó primero.",
  wrongPassphrase: "Esta frase clave no abre el archivo.",
  wrongPassphraseTodo: "Cuida mayúsculas y espacios, e intenta de nuevo.",
  otherPerson: (name) => `Este es el trabajo de ${name}.`,
  otherPersonTodo: (name) => `Solo ${name} puede recuperarlo, con la sesión de ${name}.`,
  notKept: "La tableta no lo pudo guardar.",
  notKeptTodo: "Haz espacio en la tableta e intenta de nuevo.",
};
