/** Qué dispositivos tienen sesión, cerrarla a distancia, borrarlos y agregar una tableta. */
export const devices = {
  title: "Dispositivos",
  lead: "Quién tiene sesión y dónde, cerrarla a distancia y agregar una tableta",
  needsServer: "La lista de dispositivos necesita señal.",
  needsServerTodo: "Busca señal e intenta de nuevo.",
  add: "Agregar una tableta",
  thisOne: "Este dispositivo",
  seen: (when: string) => `Visto el ${when}`,
  waiting: (count: number) =>
    count === 1
      ? "1 cambio sin enviar, según lo último"
      : `${count} cambios sin enviar, según lo último`,
  allSent: "Nada sin enviar, según lo último",
  ended: (when: string) => `Sesión cerrada el ${when}`,
  endedReuse: (when: string) => `Sesión cerrada el ${when}: se usó una copia de ella en otro lugar`,
  endedDeactivated: (when: string) => `Sesión cerrada el ${when}: ya no está activo en Salesforce`,
  wipeAsked: (when: string) => `Se va a borrar, pedido el ${when}; espera su próximo contacto`,
  wipeHeard: (when: string) => `Se está borrando desde el ${when}`,
  wiped: (when: string, sent: number, kept: number) =>
    `Borrado el ${when}; cambios enviados: ${sent}, en resguardo: ${kept}`,
  signedIn: (when: string) => `Sesión iniciada el ${when}`,
  signOut: "Cerrar sesión",
  signOutLead:
    "Los datos quedan en el dispositivo. Lo pendiente se envía cuando quien lo usa vuelve a entrar.",
  wipe: "Cerrar sesión y borrar",
  wipeLead: (name: string) =>
    `En su próximo contacto, el dispositivo de ${name} envía su trabajo pendiente y después borra todo lo de Paintbox. Lo que no se pueda enviar se guarda aquí. Esto no se puede deshacer.`,
  wipeSure: "Borrarlo",
  failed: "El servidor no lo hizo.",
  failedSafe: "No se cambió nada.",
  kept: (count: number) =>
    count === 1
      ? "1 cambio sin enviar está en resguardo."
      : `${count} cambios sin enviar están en resguardo.`,
  broughtOn: (when: string) => `Traído de vuelta el ${when}.`,
  bringHere: "Traerlo a esta tableta",
  brought: "Ya está en esta tableta y se envía solo.",
  saveFile: "Guardar como archivo de rescate",
  saveFileLead: (name: string) =>
    `Solo ${name} puede recuperar el archivo, en Ajustes, con esta frase clave.`,
  saved: "El archivo está guardado.",
  scan: "Apunta la cámara de la otra tableta aquí",
  orType: "O abre allí esta dirección y escribe el código:",
  left: (clock: string) => `Sirve ${clock} min más, para una tableta`,
  added: "Agregada. La otra tableta ya tiene sesión.",
  expired: "Este código ya no sirve.",
  again: "Mostrar otro código",
  pairTitle: "Usar esta tableta",
  pairLooking: "Buscando el código",
  pairAsk: (name: string, company: string) =>
    `Esta tableta será el Paintbox de ${name} en ${company}.`,
  pairYes: "Sí, entrar aquí",
  pairNo: "No",
  pairCode: "Código",
  pairCodeHint: "26 letras y números, de la otra tableta en Ajustes, Dispositivos",
  pairOther: "Mejor entrar con Salesforce",
  pairGo: "Seguir",
  pairWrong: "Este código es incorrecto, ya no sirve o ya se usó.",
  pairWrongSafe: "No se cambió nada en esta tableta.",
  pairWrongTodo: "Muestra otro en la otra tableta e intenta de nuevo.",
  pairNoServer: "No se puede llegar al servidor.",
  pairNoServerTodo: "Busca señal e intenta de nuevo.",
  ipad: "iPad",
  iphone: "iPhone",
  androidTablet: "Tableta Android",
  androidPhone: "Teléfono Android",
  windows: "Windows",
  mac: "Mac",
  chromebook: "Chromebook",
  linux: "Linux",
  other: "Dispositivo",
} as const;
