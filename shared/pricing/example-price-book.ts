import { exteriorSubstrates } from "./example/exterior.ts";
import { interiorSubstrates } from "./example/interior.ts";
import { options, products } from "./example/products.ts";
import { costs, from, sources } from "./example/sources.ts";
import type { PriceBook } from "./price-book.ts";

/**
 * The price book that ships: residential interior and exterior, every number with its source. It is an
 * example and says so on screen until a manager accepts or edits it.
 */
export const examplePriceBook: PriceBook = {
  format: 2,
  id: "01a21526-e400-7000-8000-000000000002",
  version: 1,
  name: { en: "Example rates, November 2026", es: "Tarifas de ejemplo, noviembre de 2026" },
  isExample: true,
  currency: "USD",
  sources: { ...sources },
  labour: {
    wage: costs("knowify", 22_16),
    load: from("yarur", "1.80"),
    hours: "exact",
    crewSize: from("starting", "2"),
    hoursPerDay: from("starting", "8"),
    setUpHoursPerCrewDay: from("rays", "0.75"),
    tripPerCrewDay: costs("starting", 0),
  },
  openings: {
    door: from("coverage-calculator", "21"),
    window: from("coverage-calculator", "15"),
  },
  colourSlots: [
    { key: "walls", label: { en: "Wall color", es: "Color de paredes" } },
    { key: "ceiling", label: { en: "Ceiling color", es: "Color de techo" } },
    { key: "trim", label: { en: "Trim color", es: "Color de molduras" } },
    { key: "body", label: { en: "Body color", es: "Color de fachada" } },
    {
      key: "exterior-trim",
      label: { en: "Exterior trim color", es: "Color de molduras exteriores" },
    },
  ],
  sheens: [
    { key: "flat", label: { en: "Flat", es: "Mate liso" } },
    { key: "matte", label: { en: "Matte", es: "Mate" } },
    { key: "eggshell", label: { en: "Eggshell", es: "Cáscara de huevo" } },
    { key: "satin", label: { en: "Satin", es: "Satinado" } },
    { key: "semi-gloss", label: { en: "Semi-gloss", es: "Semibrillante" } },
  ],
  scopes: [
    { key: "walls", label: { en: "Walls", es: "Paredes" } },
    { key: "ceilings", label: { en: "Ceilings", es: "Techos" } },
    { key: "trim", label: { en: "Trim and doors", es: "Molduras y puertas" } },
    { key: "siding", label: { en: "Siding", es: "Fachada" } },
    { key: "exterior-trim", label: { en: "Exterior trim", es: "Molduras exteriores" } },
  ],
  substrates: [...interiorSubstrates, ...exteriorSubstrates],
  heightBands: [
    {
      key: "room-standard",
      label: { en: "Up to 10 ft", es: "Hasta 10 pies" },
      appliesTo: ["room"],
      fromFeet: from("rays", "0"),
    },
    {
      key: "room-10",
      label: { en: "10 ft and over", es: "10 pies o más" },
      appliesTo: ["room"],
      fromFeet: from("rays", "10"),
      labour: from("rays", "1.10"),
      prep: from("rays", "1.10"),
    },
    {
      key: "room-12",
      label: { en: "12 ft and over", es: "12 pies o más" },
      appliesTo: ["room"],
      fromFeet: from("rays", "12"),
      labour: from("rays", "1.25"),
      prep: from("rays", "1.25"),
    },
    {
      key: "room-vaulted",
      label: { en: "Vaulted, 16 ft and over", es: "Abovedado, 16 pies o más" },
      appliesTo: ["room"],
      fromFeet: from("starting", "16"),
      labour: from("rays", "1.45"),
      prep: from("rays", "1.45"),
    },
    {
      key: "side-standard",
      label: { en: "One storey", es: "Un piso" },
      appliesTo: ["side"],
      fromFeet: from("starting", "0"),
    },
    {
      key: "side-12",
      label: { en: "12 ft and over", es: "12 pies o más" },
      appliesTo: ["side"],
      fromFeet: from("rays", "12"),
      labour: from("rays", "1.25"),
      prep: from("rays", "1.25"),
    },
    {
      key: "side-20",
      label: { en: "20 ft and over", es: "20 pies o más" },
      appliesTo: ["side"],
      fromFeet: from("starting", "20"),
      labour: from("starting", "1.45"),
      prep: from("starting", "1.45"),
    },
  ],
  access: [
    { key: "normal", label: { en: "Normal access", es: "Acceso normal" } },
    {
      key: "tight",
      label: { en: "Tight, or plants close by", es: "Estrecho o con plantas cerca" },
      labour: from("starting", "1.15"),
      prep: from("starting", "1.15"),
    },
    {
      key: "stairs",
      label: { en: "Over stairs", es: "Sobre escaleras" },
      labour: from("rays", "1.5"),
      prep: from("rays", "1.5"),
    },
  ],
  occupancy: [
    { key: "empty", label: { en: "Empty", es: "Vacío" } },
    {
      key: "furnished",
      label: { en: "Furnished", es: "Amueblado" },
      labour: from("rays", "1.20"),
      prep: from("rays", "1.20"),
    },
    {
      key: "full",
      label: { en: "Much furniture", es: "Con muchos muebles" },
      labour: from("rays", "1.35"),
      prep: from("rays", "1.35"),
    },
  ],
  conditions: [{ key: "sound", label: { en: "Sound", es: "En buen estado" } }],
  colourChanges: [{ key: "similar", label: { en: "Similar color", es: "Color parecido" } }],
  textures: [{ key: "smooth", label: { en: "Smooth", es: "Lisa" } }],
  methods: [
    {
      key: "brush-and-roll",
      label: { en: "Brush and roller", es: "Brocha y rodillo" },
      waste: from("tommymac", "10"),
      labour: from("starting", "1"),
    },
    {
      key: "roll-rough",
      label: { en: "Roller on a rough surface", es: "Rodillo en superficie rugosa" },
      waste: from("tommymac", "20"),
      labour: from("starting", "1"),
    },
  ],
  primers: [],
  prepTasks: [],
  prepLevels: [
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
      how: {
        kind: "rate",
        sqftPerHour: from("projobcalc", "1200"),
        lfPerHour: from("projobcalc", "1200"),
      },
    },
    {
      key: "moderate",
      label: { en: "Moderate", es: "Moderada" },
      includes: {
        en: "Filling dents and cracks, sanding, caulking, spot priming.",
        es: "Rellenar golpes y grietas, lijar, sellar, imprimar por partes.",
      },
      how: {
        kind: "rate",
        sqftPerHour: from("projobcalc", "600"),
        lfPerHour: from("projobcalc", "600"),
      },
    },
    {
      key: "heavy",
      label: { en: "Heavy", es: "Intensa" },
      includes: {
        en: "Scraping, patching, sanding all over, priming repairs.",
        es: "Raspar, parchar, lijar todo, imprimar reparaciones.",
      },
      how: {
        kind: "rate",
        sqftPerHour: from("projobcalc", "300"),
        lfPerHour: from("projobcalc", "300"),
      },
    },
    {
      key: "restoration",
      label: { en: "Restoration", es: "Restauración" },
      includes: {
        en: "Stripping failed paint and rebuilding the surface.",
        es: "Quitar pintura dañada y reconstruir la superficie.",
      },
      how: {
        kind: "rate",
        sqftPerHour: from("projobcalc", "150"),
        lfPerHour: from("projobcalc", "150"),
      },
    },
  ],
  colours: [],
  paintPooling: "job",
  addOns: [],
  products: [...products],
  sundries: [
    {
      kind: "per-hour",
      key: "tape-and-plastic",
      label: { en: "Tape, plastic, rollers", es: "Cinta, plástico, rodillos" },
      perHour: costs("playbook", 2_00),
    },
  ],
  profit: {
    labour: { kind: "margin", percent: from("painttalk", "35") },
    paint: { kind: "margin", percent: from("starting", "30") },
    sundries: { kind: "markup", percent: from("yarur", "20") },
    charges: { kind: "markup", percent: from("yarur", "20") },
    items: { kind: "markup", percent: from("yarur", "20") },
  },
  minimumCharge: costs("starting", 350_00),
  leadSafe: null,
  listDiscount: null,
  discounts: [],
  salesTax: { states: [], otherwise: { kind: "none", source: "starting" } },
  payments: {
    deposit: null,
    draws: [],
    final: { label: { en: "On completion", es: "Al terminar" } },
    depositCaps: [],
  },
  financing: [],
  options: [...options],
  hints: [],
};
