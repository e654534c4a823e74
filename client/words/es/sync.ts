import type { Say } from "../dictionary.ts";
import type { sync as english } from "../en/sync.ts";

export const sync: Say<typeof english> = {
  syncLocal: "En esta tableta. Aún sin enviar.",
  syncInWindow: "Solo en esta ventana.",
  syncSent: (sent, all) => `${sent} de ${all} enviados.`,
  syncHeld: (count) => (count === 1 ? "Revisa 1 cambio" : `Revisa ${count} cambios`),
  syncAsked: "Una pregunta para ti",
  syncSignIn: "Inicia sesión para enviar.",
  standingOnServer: "En el servidor.",
  standingSending: (number, all) => `Enviando ${number} de ${all}`,
  standingRefused: "Necesita tu atención.",
  syncOfflineAllSent: "Sin señal. Todo está enviado.",
  syncAllOnServer: "Todo está en el servidor.",
  syncToSettle: (count) =>
    count === 1 ? "Dos personas cambiaron lo mismo" : `Dos personas cambiaron ${count} cosas`,
  syncSettle: "Resolver",
};
