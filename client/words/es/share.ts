import type { Say } from "../dictionary.ts";
import type { share as english } from "../en/share.ts";

/** Un archivo que otra app ha compartido con esta. */
export const share: Say<typeof english> = {
  title: "De otra app",
  nothing: "No se ha compartido nada",
  nothingLead:
    "Comparte un libro de Excel con Paintbox desde tus archivos o tu correo. Aparece aquí.",
  workbook: "Libro de Excel, en esta tableta",
  others: (count) =>
    count === 1
      ? "Otro archivo no se tomó. Comparte uno a la vez."
      : `Otros ${count} archivos no se tomaron. Comparte uno a la vez.`,
  open: "Abrirlo en la lista de precios",
  openLead: "Ves cada diferencia antes de que cambie algo.",
  onlyManagers: "Un libro trae precios, y eso solo lo hacen los gerentes. No cambió nada.",
  putAway: "Descartarlo",
  tooLarge: (name) => `${name} pesa más de 10 MB.`,
  tooLargeTodo: "Una lista de precios pesa mucho menos. Revisa si es el archivo correcto.",
  notWorkbook: (name) => `${name} no es un libro de Excel.`,
  notWorkbookTodo: "Guárdalo como .xlsx y compártelo otra vez.",
  notKept: "Esta tableta no pudo guardar el archivo.",
  notKeptTodo: "Haz un poco de espacio y comparte el archivo otra vez.",
  notTaken: "No se tomó nada y no cambió nada.",
};
