/** Cuánto tiempo se puede trabajar en una tableta sin el servidor, y una tableta que la oficina borra. */
export const lease = {
  connect: "Conectar ahora",
  connecting: "Conectando",
  noConnection: "Aquí todavía no hay conexión. Todo sigue a salvo en esta tableta.",
  clock: "El reloj de esta tableta está atrasado.",
  clockTodo: "Ajusta la fecha y la hora; van en tus presupuestos.",
  ending: (day: string) =>
    `Conecta esta tableta una vez antes del ${day}. Después muestra tu trabajo y no acepta cambios hasta que se conecte.`,
  ended: "Conéctate una vez para seguir.",
  endedTodo:
    "Esta tableta lleva demasiado tiempo sin conexión para aceptar cambios. Todo sigue en ella y lo pendiente se envía solo.",
  lockedTitle: "Conecta esta tableta una vez",
  lockedSafe: "Lleva semanas sin conexión y está bloqueada. No se borró nada.",
  lockedWaiting: (count: number) =>
    count === 1
      ? "1 cambio sin enviar está a salvo en ella y se envía en cuanto haya señal."
      : `${count} cambios sin enviar están a salvo en ella y se envían en cuanto haya señal.`,
  lockedTodo: "Busca señal. Se abre sola.",
  wipeTitle: "La oficina está borrando esta tableta",
  wipeHandingIn: "Primero se envía el trabajo pendiente. Deja la tableta encendida.",
  wipeWaiting: "Sin conexión. No se borra nada antes de que llegue todo el trabajo pendiente.",
  wipeRefused: "El servidor no acepta lo que queda, así que no se borró nada. Avisa a la oficina.",
  wipedTitle: "Esta tableta está borrada",
  wipeDone: "Todo el trabajo pendiente llegó a la oficina.",
} as const;
