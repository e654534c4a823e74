import type { Say } from "../dictionary.ts";
import type { tablet as english } from "../en/tablet.ts";

export const tablet: Say<typeof english> = {
  takenTitle: "Hay un Paintbox más nuevo abierto en otra ventana",
  takenSafe: "Todo lo guardado está seguro en esta tableta. Esta ventana ya no puede guardar.",
  takenTodo: "Empieza de nuevo aquí; tarda un segundo.",
  takenUnsaved: "Sin guardar. Estos textos quedan apartados para ti:",
  clearedTitle: "Se borró el almacenamiento de esta tableta",
  clearedSafe: "Lo que había llegado al servidor vuelve cuando empieces de nuevo e inicies sesión.",
  clearedLost: "Los cambios que no se habían enviado se perdieron con él.",
  clearedTodo: "Empieza de nuevo donde haya señal.",
  unsavedTitle: "Escrito y no guardado, antes de que Paintbox empezara de nuevo:",
  unsavedGo: "Ir ahí",
  putAway: "Quitar",
  lost: "El almacenamiento de esta tableta no responde. Lo guardado está en ella; no se guarda nada nuevo hasta que responda.",
  lostTodo:
    "Paintbox sigue intentando. Si sigue igual, cierra el navegador por completo y ábrelo otra vez.",
  ephemeral: "Ventana privada: al cerrarla se borra tu trabajo.",
  ephemeralTodo: "Envía tu trabajo antes de cerrarla, o abre Paintbox en una ventana normal.",
  low: "Esta tableta está casi llena.",
  lowTodo:
    "Borra pronto videos o aplicaciones. Un cambio que no cabe no se guarda, y Paintbox lo dice.",
  removedTitle: "El navegador borró los datos de Paintbox de esta tableta",
  removedBack: (count, when) =>
    `Lo que el servidor había recibido vuelve ahora: todo hasta el cambio ${count} (${when}).`,
  removedLost:
    "Los cambios hechos después y no enviados se perdieron. Nadie puede decir cuántos eran.",
  removedPrevent:
    "Los navegadores lo hacen con páginas que se abren poco, o cuando la tableta está llena. Para evitarlo, pon Paintbox en la pantalla de inicio.",
  removedKept: "El navegador ya prometió conservar los datos.",
  removedNotKept: "El navegador aún no ha prometido conservar los datos.",
  othersWaiting: (count, name) =>
    count === 1
      ? `1 cambio de ${name} no se ha enviado. Espera en esta tableta hasta que ${name} vuelva a entrar aquí.`
      : `${count} cambios de ${name} no se han enviado. Esperan en esta tableta hasta que ${name} vuelva a entrar aquí.`,
};
