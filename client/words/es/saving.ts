import type { Say } from "../dictionary.ts";
import type { saving as english } from "../en/saving.ts";

export const saving: Say<typeof english> = {
  errorUnknown: "Algo no funcionó.",
  errorSafe: "Todo lo que escribiste está en esta tableta.",
  errorRestart: "Cierra Paintbox y ábrelo otra vez. Si se repite, avisa a la oficina.",
  errorStorageFull: "Esta tableta está llena.",
  errorStorageFullSafe: "Lo guardado antes está seguro. El último cambio no se guardó.",
  errorStorageFullTodo: "Borra algunos videos o apps e intenta de nuevo.",
  errorNotFound: "Este presupuesto no está en esta tableta.",
  errorNotFoundSafe: "No se perdió nada. Puede estar en otra tableta.",
  errorNotFoundTodo: "Vuelve a la lista. Llega con la próxima señal.",
  saveInvalid: "Este valor no se puede guardar.",
  saveInvalidTodo: "Corrígelo y se guarda solo.",
  saveMissing: "Esto se quitó entretanto.",
  saveMissingTodo: "Regresa; deshacer lo recupera si tú lo quitaste.",
  saveNoPrices: "La lista de precios aún no está en esta tableta.",
  saveNoPricesTodo: "Busca señal un momento; llega sola.",
  saveBookChanged: "La lista de precios o su borrador acaba de cambiar.",
  saveBookChangedSafe: "No se publicó nada y no se perdió nada.",
  saveBookChangedTodo: "Míralo otra vez y publica.",
  saveAccepted: "El cliente ya aceptó este presupuesto.",
  saveAcceptedTodo: "Reábrelo para cambiarlo.",
  saveClosed: "Hay una versión más nueva de Paintbox abierta.",
  saveClosedTodo: "Empieza de nuevo aquí; tarda un segundo.",
  saveFailed: "El último cambio no se pudo guardar.",
  saveFailedTodo: "Intenta de nuevo. Si sigue igual, cierra Paintbox y ábrelo otra vez.",
};
