import type { Localised } from "../book/numbers.ts";
import type { PrepLevel, PrepTask } from "../book/work.ts";
import { from, type SourceKey } from "./sources.ts";

type Minutes = readonly [source: SourceKey, minutes: string];

const task = (
  key: string,
  label: Localised,
  includes: Localised,
  sqft: Minutes,
  lf: Minutes,
): PrepTask => ({
  key,
  label,
  includes,
  minutesPer100: { sqft: from(...sqft), lf: from(...lf) },
});

/** Prep by task, in minutes for a hundred square or linear feet of what really needs it. */
export const prepTasks: readonly PrepTask[] = [
  task(
    "wash",
    { en: "Wash", es: "Lavar" },
    {
      en: "Washing by hand or with low pressure, rinsing. Not: drying time, renting the washer.",
      es: "Lavar a mano o con baja presión, enjuagar. No: tiempo de secado ni alquiler de la lavadora.",
    },
    ["starting", "6"],
    ["starting", "6"],
  ),
  task(
    "degrease",
    { en: "Degrease", es: "Desengrasar" },
    {
      en: "Cleaning off grease and hand marks with a degreaser, rinsing twice.",
      es: "Quitar grasa y marcas de manos con desengrasante, enjuagar dos veces.",
    },
    ["servvian", "20"],
    ["starting", "20"],
  ),
  task(
    "scrape",
    { en: "Scrape", es: "Raspar" },
    {
      en: "Scraping loose paint to a sound edge, dusting, picking it up.",
      es: "Raspar pintura suelta hasta borde firme, quitar polvo y recoger.",
    },
    ["projobcalc", "40"],
    ["pca", "40"],
  ),
  task(
    "sand",
    { en: "Sand edges smooth", es: "Lijar bordes" },
    {
      en: "Feathering the edges of old paint and of repairs, dusting.",
      es: "Suavizar bordes de pintura vieja y de reparaciones, quitar polvo.",
    },
    ["zafto", "40"],
    ["pca", "40"],
  ),
  task(
    "scuff",
    { en: "Scuff-sand", es: "Lijado ligero" },
    {
      en: "One quick pass with a pole or sponge sander, dusting.",
      es: "Una pasada rápida con lijadora de mango o esponja, quitar polvo.",
    },
    ["painttalk-980", "4.3"],
    ["starting", "10"],
  ),
  task(
    "de-gloss",
    { en: "Dull the gloss", es: "Matar el brillo" },
    {
      en: "Wiping down with deglosser or scuffing glossy enamel, wiping clean.",
      es: "Limpiar con desbrillantador o lijar esmalte brillante, limpiar.",
    },
    ["starting", "12"],
    ["starting", "15"],
  ),
  task(
    "fill",
    { en: "Fill nail holes", es: "Rellenar agujeros" },
    {
      en: "Filling small holes and dents, one pass, sanding them.",
      es: "Rellenar agujeros y golpes pequeños, una pasada, y lijarlos.",
    },
    ["rays", "9"],
    ["starting", "9"],
  ),
  task(
    "patch",
    { en: "Patch cracks and dents", es: "Resanar grietas y golpes" },
    {
      en: "Opening, filling twice, sanding cracks and dents. Not: new drywall.",
      es: "Abrir, rellenar dos veces y lijar grietas y golpes. No: tablarroca nueva.",
    },
    ["rays", "24"],
    ["starting", "24"],
  ),
  task(
    "caulk",
    { en: "Caulk", es: "Sellar juntas" },
    {
      en: "Cutting out loose caulk, a new bead, smoothing it.",
      es: "Quitar sellador suelto, cordón nuevo, alisarlo.",
    },
    ["starting", "20"],
    ["zafto", "48"],
  ),
  task(
    "mask",
    { en: "Mask and cover", es: "Enmascarar y cubrir" },
    {
      en: "Paper, film and tape on what stays as it is; taking it off.",
      es: "Papel, plástico y cinta en lo que no se pinta; quitarlos.",
    },
    ["rays", "9"],
    ["zafto", "48"],
  ),
  task(
    "spot-prime",
    { en: "Spot-prime", es: "Imprimar por partes" },
    {
      en: "The time alone: choose a primer instead where its paint is to be counted.",
      es: "Solo el tiempo: elija un imprimador si se debe contar su pintura.",
    },
    ["starting", "40"],
    ["starting", "40"],
  ),
];

const atRate = (perHour: string): PrepLevel["how"] => ({
  kind: "rate",
  sqftPerHour: from("projobcalc", perHour),
  lfPerHour: from("pca", perHour),
});
const byTask = (
  ...tasks: readonly (readonly [task: string, percent: string])[]
): PrepLevel["how"] => ({
  kind: "tasks",
  tasks: tasks.map(([key, percent]) => ({ task: key, percent: from("starting", percent) })),
});

/** From painting it as it is to rebuilding it; then packages of tasks, and an allowance. */
export const prepLevels: readonly PrepLevel[] = [
  {
    key: "none",
    label: { en: "No prep", es: "Sin preparación" },
    includes: { en: "Painted as it is.", es: "Se pinta como está." },
    how: { kind: "none" },
  },
  {
    key: "light",
    label: { en: "Light", es: "Ligera" },
    includes: {
      en: "Dusting, filling nail holes, spot sanding.",
      es: "Quitar polvo, rellenar agujeros de clavo, lijar manchas.",
    },
    how: atRate("1200"),
  },
  {
    key: "moderate",
    label: { en: "Moderate", es: "Moderada" },
    includes: {
      en: "Filling dents and cracks, sanding, caulking.",
      es: "Rellenar golpes y grietas, lijar, sellar.",
    },
    how: atRate("600"),
  },
  {
    key: "heavy",
    label: { en: "Heavy", es: "Intensa" },
    includes: {
      en: "Scraping, patching, sanding all over.",
      es: "Raspar, parchar, lijar todo.",
    },
    how: atRate("300"),
  },
  {
    key: "restoration",
    label: { en: "Restoration", es: "Restauración" },
    includes: {
      en: "Stripping failed paint and rebuilding the surface.",
      es: "Quitar pintura dañada y reconstruir la superficie.",
    },
    how: atRate("150"),
  },
  {
    key: "repaint-walls",
    label: { en: "Repaint, by task", es: "Repintado, por tarea" },
    includes: {
      en: "Scuff-sanding all over, filling a quarter, patching a twentieth, masking the edges.",
      es: "Lijado ligero en todo, rellenar un cuarto, resanar una vigésima parte, cubrir los bordes.",
    },
    how: byTask(["scuff", "100"], ["fill", "25"], ["patch", "5"], ["mask", "20"]),
  },
  {
    key: "repaint-trim",
    label: { en: "Glossy trim, by task", es: "Molduras brillantes, por tarea" },
    includes: {
      en: "Dulling the gloss all over, filling a tenth, caulking half.",
      es: "Matar el brillo en todo, rellenar una décima parte, sellar la mitad.",
    },
    how: byTask(["de-gloss", "100"], ["fill", "10"], ["caulk", "50"]),
  },
  {
    key: "cabinet-prep",
    label: { en: "Cabinets, by task", es: "Gabinetes, por tarea" },
    includes: {
      en: "Degreasing, sanding, masking all over, scuff-sanding between coats. Not: doors off and on.",
      es: "Desengrasar, lijar y cubrir todo, lijado ligero entre manos. No: desmontar y montar puertas.",
    },
    how: byTask(["degrease", "100"], ["sand", "100"], ["scuff", "100"], ["mask", "100"]),
  },
  {
    key: "weathered",
    label: { en: "Weathered outside, by task", es: "Exterior desgastado, por tarea" },
    includes: {
      en: "Washing all over, scraping and sanding 15 %, caulking a tenth.",
      es: "Lavar todo, raspar y lijar 15 %, sellar una décima parte.",
    },
    how: byTask(["wash", "100"], ["scrape", "15"], ["sand", "15"], ["caulk", "10"]),
  },
  {
    key: "allowance",
    label: { en: "Allowance of 7 %", es: "Previsión de 7 %" },
    includes: {
      en: "7 % of the painting time and 5 % of the paint, whatever turns up. Not: measured repairs.",
      es: "7 % del tiempo de pintura y 5 % de la pintura, salga lo que salga. No: reparaciones medidas.",
    },
    how: { kind: "percent", labour: from("paintpad", "7"), paint: from("paintpad", "5") },
  },
];
