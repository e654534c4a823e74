import type { Say } from "../dictionary.ts";
import type { excel as english } from "../en/excel.ts";

const changes = (count: number): string => (count === 1 ? "1 cambio" : `${count} cambios`);

/** La lista de precios como libro de Excel. */
export const excel: Say<typeof english> = {
  title: "Excel",
  exportTitle: "Exportar",
  exportLead:
    "Toda la lista de precios, una hoja por parte. Se abre en Excel, LibreOffice y Google Sheets.",
  exportDraftLead: "Lleva tu borrador como está.",
  exportButton: "Exportar a Excel",
  exportShare: "Compartir",
  exportBusy: "Haciendo el archivo",
  exportFailed:
    "No se pudo hacer el archivo. Nada cambió en la lista de precios. Inténtalo otra vez.",
  fileName: (version) => `Lista de precios v${version}.xlsx`,
  fileNameDraft: (version) => `Lista de precios v${version} borrador.xlsx`,

  importTitle: "Leer un archivo",
  importLead:
    "Cambia el archivo exportado como quieras y elígelo aquí. Ves cada diferencia antes de que algo cambie.",
  importButton: "Elegir un archivo de Excel",
  importAgain: "Elegir otro archivo",
  importOnlyManagers: "Solo los gerentes leen archivos.",

  readingOpen: "Abriendo el archivo",
  readingUnpack: "Desempacando el libro",
  readingRead: "Leyendo las hojas",
  readingCheck: "Revisando la lista de precios",

  safe: "Nada cambió en la lista de precios.",
  notAWorkbook: "Esto no es un libro de Excel.",
  notAWorkbookTodo: "Elige un archivo que termine en .xlsx.",
  oldExcel: "Es un libro de un Excel viejo, .xls.",
  oldExcelTodo: "Guárdalo como .xlsx y elige ese.",
  encrypted: "Este libro tiene contraseña.",
  encryptedTodo: "Guárdalo sin contraseña y elige ese.",
  broken: "Este libro está dañado.",
  brokenTodo: "Ábrelo en tu programa de hojas de cálculo, guárdalo otra vez y elige ese.",
  tooLarge: "Este libro es mucho más grande que una lista de precios.",
  tooLargeTodo: "Exporta la lista otra vez y haz ahí tus cambios.",
  unreadable: "No se pudo abrir el archivo.",
  unreadableTodo: "Elígelo otra vez, o guárdalo primero en esta tableta.",

  refused: (count) =>
    count === 1 ? "Hay que corregir 1 celda" : `Hay que corregir ${count} celdas`,
  refusedMany: (count) => `Las primeras ${count} celdas que hay que corregir`,
  refusedTodo: "Corrígelas en el archivo, guárdalo y elígelo otra vez.",
  place: (sheet, cell) => `${sheet}, celda ${cell}`,
  placeIn: (sheet, cell, column) => `${sheet}, celda ${cell}, “${column}”`,

  compareWith: "¿Con qué se compara el archivo?",
  compareDraft: "El borrador como está",
  compareVersion: (version) => `Versión ${version}`,
  compareFrom: "De ahí viene el archivo",
  compareCurrent: "La actual",
  draftTaken: (count) =>
    `El borrador tiene ${changes(count)} propios. Lo que el archivo diga distinto los reemplaza.`,
  draftKept: (count) =>
    `El borrador conserva ${changes(count)} propios, salvo donde el archivo cambie lo mismo.`,
  older: (version, current) =>
    `El archivo viene de la versión ${version}, y la actual es la ${current}. Solo se toma lo que se cambió en el archivo.`,
  olderAll: (version, current) =>
    `El archivo viene de la versión ${version}, y la actual es la ${current}. Lo que cambió desde entonces quedaría como antes.`,
  differences: "Distinto en el archivo",
  nothing: "Nada es distinto",
  nothingLead: (name) => `${name} dice lo mismo que esta lista de precios.`,
  put: (count) =>
    count === 1
      ? "Poner este cambio en el borrador"
      : `Poner estos ${count} cambios en el borrador`,
  putLead: "Los revisas, con lo que hacen a los presupuestos, antes de publicar.",
  tooMany: (count) =>
    `${count} entradas son distintas, más de las que caben en un borrador. Toma primero una parte.`,
  ignored: "No se leyó",
  ignoredSheet: (sheet) => `La hoja “${sheet}” no es de la lista de precios.`,
  ignoredColumn: (sheet, column) =>
    `${sheet}: la columna “${column}” no es de la lista de precios.`,

  cellEmpty: "Aquí no hay nada. Llénala.",
  cellChoice: (found, choices) => `“${found}” no se puede elegir. Escribe una de: ${choices}.`,
  cellNumber: (found) => `“${found}” no es un número. Escríbelo como 0.75.`,
  cellNegative: (found) => `“${found}” es menos que cero. Escribe un número mayor.`,
  cellZero: (found) => `“${found}” tiene que ser más que cero.`,
  cellPrecise: (found) => `“${found}” tiene más de seis decimales. Acórtalo.`,
  cellHigh: (found, most) => `“${found}” es demasiado. Aquí va ${most} a lo más.`,
  cellWhole: (found) => `“${found}” no es un número entero que valga aquí.`,
  cellDollars: (found) => `“${found}” no son dólares y centavos. Escríbelo como 12.50.`,
  cellPercent: (found) => `“${found}” tiene que quedar por debajo de 100 %.`,
  cellDay: (found) => `“${found}” no es un día. Escríbelo como 2026-12-31.`,
  cellState: (found) => `“${found}” no es un estado. Escribe dos letras: OR.`,
  cellColour: (found) => `“${found}” no es un color. Escríbelo como #f2ede4.`,
  cellKey: (found) => `“${found}” no es una clave. Deja la celda vacía y sale del nombre.`,
  cellKeyTwice: (found) =>
    `“${found}” está dos veces. Deja vacía la celda de la fila nueva, o quita una fila.`,
  cellTwice: (found) => `“${found}” está dos veces. Quita una.`,
  cellUnknown: (found, list) => `“${found}” no está en: ${list}. Elige otra, o añádela ahí.`,
  cellSource: (found) =>
    `“${found}” no está en la hoja de fuentes. Añade ahí una fila, o elige otra.`,
  cellName: "La fila no tiene nombre. Escribe uno.",
  cellText: "Falta el texto, o es demasiado largo.",
  cellMark: (found) => `“${found}” no es una x ni está vacía.`,
  cellError: (found) =>
    `La fórmula no funciona${found === "" ? "" : `: ${found}`}. Escribe el valor mismo.`,
  cellDateNotText: (found) =>
    `El programa hizo una fecha de un texto y guardó ${found}. Da a la celda formato de texto y escríbelo otra vez.`,
  cellNotHere: (found, kind) =>
    kind === ""
      ? `“${found}” no va aquí. Vacía la celda.`
      : `“${found}” no va en una fila con “${kind}”. Vacía la celda.`,
  cellUnlike: (found, first) =>
    `“${found}”, y la primera fila de lo mismo dice “${first}”. Escribe lo mismo en todas.`,
  rowMissing: (row) => `Falta la fila “${row}”. Ponla otra vez.`,
  rowTwice: "Ya hay una fila para esto. Quita una.",
  curveMissing: (sheet) =>
    `La hoja ${sheet} no tiene filas para este rendimiento. Añádelas, o escribe un número.`,
  curveUnused: (sheet) =>
    `Su rendimiento en la hoja ${sheet} no lleva aquí. Escribe ahí “ver Curvas”, o quita estas filas.`,
  columnMissing: (column) =>
    `Falta la columna “${column}”. Ponla otra vez, o devuélvele su título.`,
  columnTwice: (column) => `Dos columnas se titulan “${column}”. Quita una.`,
  merged: (range) => `Las celdas ${range} están combinadas. Sepáralas.`,
  sheetMissing: (sheet) => `Falta la hoja “${sheet}”. Ponla otra vez.`,
  sheetRenamed: (sheet, others) =>
    `Falta la hoja “${sheet}”. Devuélvele su nombre, si es una de: ${others}.`,
};
