import { areaKinds, chargedPer, multiplierLists, prepKinds } from "../choices.ts";
import {
  choiceColumn,
  choicesColumn,
  includesColumns,
  keyColumn,
  nameColumns,
  numberColumn,
  refColumn,
  sourceColumn,
  type Table,
} from "../column.ts";
import type { PriceBook } from "../../price-book.ts";

export const methods: Table = {
  id: "methods",
  name: { en: "Methods", es: "Métodos" },
  frozen: 2,
  most: 50,
  holds: ["methods"],
  rows: (book) => book.methods,
  columns: [
    keyColumn(),
    ...nameColumns,
    numberColumn("waste.value", "Paint lost", "Pintura perdida", "percent"),
    numberColumn("labour.value", "Painting time ×", "Tiempo de pintar ×", "decimal"),
    sourceColumn("waste.source", "Source of paint lost", "Fuente de pintura perdida"),
    sourceColumn("labour.source", "Source of painting time", "Fuente del tiempo de pintar"),
  ],
};

export const primers: Table = {
  id: "primers",
  name: { en: "Primers", es: "Imprimadores" },
  frozen: 2,
  most: 50,
  holds: ["primers"],
  rows: (book) => book.primers,
  columns: [
    keyColumn(),
    ...nameColumns,
    refColumn("product", "Product", "Producto", "products"),
    refColumn("sheen", "Sheen", "Acabado", "sheens"),
    numberColumn("percent.value", "Part that is primed", "Parte que se imprima", "percent"),
    numberColumn("labour.value", "Of the time of one coat", "Del tiempo de una mano", "percent"),
    sourceColumn("percent.source", "Source of part", "Fuente de la parte"),
    sourceColumn("labour.source", "Source of time", "Fuente del tiempo"),
  ],
};

export const prepTasks: Table = {
  id: "prep-tasks",
  name: { en: "Prep tasks", es: "Tareas de preparación" },
  frozen: 2,
  most: 200,
  holds: ["prepTasks"],
  rows: (book) => book.prepTasks,
  columns: [
    keyColumn(),
    ...nameColumns,
    numberColumn(
      "minutesPer100.sqft.value",
      "Minutes for 100 sq ft",
      "Minutos por 100 pies²",
      "decimal",
    ),
    numberColumn(
      "minutesPer100.lf.value",
      "Minutes for 100 lin ft",
      "Minutos por 100 pies lin.",
      "decimal",
    ),
    ...includesColumns,
    sourceColumn("minutesPer100.sqft.source", "Source of sq ft", "Fuente de pies²"),
    sourceColumn("minutesPer100.lf.source", "Source of lin ft", "Fuente de pies lin."),
  ],
};

const isRate = { at: "how.kind", is: ["rate"] };
const isPercent = { at: "how.kind", is: ["percent"] };

export const prepLevels: Table = {
  id: "prep-levels",
  name: { en: "Prep levels", es: "Niveles de preparación" },
  frozen: 2,
  most: 50,
  holds: ["prepLevels"],
  rows: (book) => book.prepLevels,
  columns: [
    keyColumn(),
    ...nameColumns,
    choiceColumn("how.kind", "Counted by", "Se cuenta por", prepKinds, { width: 22 }),
    numberColumn("how.sqftPerHour.value", "Sq ft an hour", "Pies² por hora", "decimal", {
      when: isRate,
    }),
    numberColumn("how.lfPerHour.value", "Lin ft an hour", "Pies lin. por hora", "decimal", {
      when: isRate,
    }),
    numberColumn("how.labour.value", "Of the painting hours", "De las horas de pintar", "percent", {
      when: isPercent,
    }),
    numberColumn("how.paint.value", "Paint on top", "Pintura de más", "percent", {
      when: isPercent,
    }),
    ...includesColumns,
    sourceColumn("how.sqftPerHour.source", "Source of sq ft", "Fuente de pies²"),
    sourceColumn("how.lfPerHour.source", "Source of lin ft", "Fuente de pies lin."),
    sourceColumn("how.labour.source", "Source of hours", "Fuente de horas"),
    sourceColumn("how.paint.source", "Source of paint", "Fuente de pintura"),
  ],
};

export const levelTasks: Table = {
  id: "level-tasks",
  name: { en: "Tasks of levels", es: "Tareas de niveles" },
  frozen: 2,
  most: 1000,
  holds: [],
  rows: (book) =>
    book.prepLevels.flatMap(({ key, how }) =>
      how.kind === "tasks" ? how.tasks.map((task) => ({ "@level": key, ...task })) : [],
    ),
  columns: [
    refColumn("@level", "Prep level", "Nivel", "prepLevels"),
    refColumn("task", "Task", "Tarea", "prepTasks"),
    numberColumn("percent.value", "Part of the surface", "Parte de la superficie", "percent"),
    sourceColumn("percent.source"),
  ],
};

const multiplierRows = (book: PriceBook): readonly unknown[] =>
  [
    { list: "heightBands", entries: book.heightBands },
    { list: "access", entries: book.access },
    { list: "occupancy", entries: book.occupancy },
    { list: "conditions", entries: book.conditions },
    { list: "colourChanges", entries: book.colourChanges },
    { list: "textures", entries: book.textures },
  ].flatMap(({ list, entries }) => entries.map((entry) => ({ "@kind": list, ...entry })));

const isHeight = { at: "@kind", is: ["heightBands"] };
const ofAreas = { at: "@kind", is: ["heightBands", "access", "occupancy"] };

/** What makes work slower, or takes more paint: six lists in one sheet. */
export const multipliers: Table = {
  id: "multipliers",
  name: { en: "Multipliers", es: "Factores" },
  frozen: 3,
  most: 400,
  holds: ["heightBands", "access", "occupancy", "conditions", "colourChanges", "textures"],
  groupedBy: "@kind",
  rows: multiplierRows,
  columns: [
    choiceColumn("@kind", "Kind", "Clase", multiplierLists, { width: 16 }),
    keyColumn(),
    ...nameColumns,
    { ...choicesColumn("appliesTo", "Where", "Dónde", areaKinds), when: isHeight },
    numberColumn("fromFeet.value", "From, ft", "Desde, pies", "decimal", { when: isHeight }),
    numberColumn("labour.value", "Painting time ×", "Tiempo de pintar ×", "decimal"),
    numberColumn("prep.value", "Prep time ×", "Tiempo de preparar ×", "decimal"),
    numberColumn("paint.value", "Paint ×", "Pintura ×", "decimal"),
    choiceColumn("charge.per", "Charged", "Se cobra", chargedPer, { when: ofAreas, width: 16 }),
    numberColumn("charge.cost.cents", "What it costs us", "Lo que nos cuesta", "dollars", {
      when: ofAreas,
    }),
    sourceColumn("fromFeet.source", "Source of from", "Fuente de desde"),
    sourceColumn("labour.source", "Source of painting time", "Fuente del tiempo de pintar"),
    sourceColumn("prep.source", "Source of prep time", "Fuente del tiempo de preparar"),
    sourceColumn("paint.source", "Source of paint", "Fuente de pintura"),
    sourceColumn("charge.cost.source", "Source of cost", "Fuente del costo"),
  ],
};
