import type { RateCurve } from "../../../../shared/pricing/book/numbers.ts";
import {
  type LabourRule,
  type MultiplierKind,
  multiplierOrder,
  type PaintRule,
  type QuantityRule,
  type Substrate,
} from "../../../../shared/pricing/book/substrate.ts";
import { inverseText, tidyDecimal } from "../../../../shared/pricing/edit/decimal-text.ts";
import { coatsBackwards } from "../../../../shared/pricing/edit/rate-shape.ts";
import type { BookWords } from "../../../words/book-words.ts";
import { curveGroups } from "./curve-fields.ts";
import {
  decimal,
  type FormContext,
  type FormGroup,
  type NumberField,
  type OneField,
  oneOf,
  words,
} from "./form-fields.ts";
import { labourOfKind } from "./labour-kinds.ts";
import { unitsWord, unitWord } from "./unit-words.ts";

/** A surface of the trade: how fast it is painted, what it takes, and how it is counted. */
export function substrateForm(context: FormContext, substrate: Substrate): readonly FormGroup[] {
  const { b } = context;
  const { labour, unit } = substrate;
  return [
    { id: "kind", fields: [labourKind(context, substrate)] },
    ...labour.byCoats.flatMap((curve, index) => coatGroups(context, substrate, curve, index)),
    {
      id: "head",
      title: b.rateNamed,
      fields: [
        words(substrate.includes, "includes", b.rateIncludes, true),
        words(substrate.label, "label", b.fieldName),
      ],
    },
    {
      id: "paint",
      title: b.ratePaint,
      fields: [paintKind(context, substrate.paint), paintField(substrate.paint, unit, b)],
    },
    { id: "counted", title: b.rateCounted, fields: countedFields(context, substrate) },
    { id: "prep", title: b.ratePrep, fields: prepFields(context, substrate) },
  ];
}

function coatGroups(
  context: FormContext,
  { labour, unit }: Substrate,
  curve: RateCurve,
  index: number,
): readonly FormGroup[] {
  const { b } = context;
  const at = `labour.byCoats.${index}`;
  const groups = curveGroups(context, curve, {
    at,
    title: b.rateCoats(index + 1),
    label: rateLabel(labour.kind, unit, b),
    bases: ["surface", "job"],
    across: () => unitsWord(unit, b),
    twin: (field) => twinsOf(labour.kind, unit, field, b),
  });
  const last = index === labour.byCoats.length - 1;
  const slips = coatsBackwards(labour).includes(index + 1);
  return groups.map((group, position) => ({
    ...group,
    ...(position === 0 && slips && { warning: b.rateBackwards(index + 1, index) }),
    ...(position === 0 && last && index > 0 && { remove: { at, label: b.rateRemoveCoat } }),
    ...(position === groups.length - 1 &&
      last &&
      index < 3 &&
      group.add === undefined && {
        add: { at: `labour.byCoats.${index + 1}`, label: b.rateAddCoat(index + 2), value: curve },
      }),
  }));
}

function rateLabel(kind: LabourRule["kind"], unit: Substrate["unit"], b: BookWords): string {
  switch (kind) {
    case "units-per-hour":
      return b.ratePerHour(unitsWord(unit, b));
    case "hours-per-unit":
      return b.rateHoursPer(unitWord(unit, b));
    case "piece":
      return b.ratePiece(unitWord(unit, b));
  }
}

/** The same rate as the other half of the trade says it. Typing in one writes the other. */
function twinsOf(
  kind: LabourRule["kind"],
  unit: Substrate["unit"],
  field: NumberField,
  b: BookWords,
): readonly NumberField[] {
  const { source: _source, ...shared } = field;
  const twin = (name: string, label: string, toText: Other, toStored: Other): NumberField => ({
    ...shared,
    id: `${field.id}.${name}`,
    label,
    text: toText(field.text) ?? "",
    parse: (typed) => toStored(tidyDecimal(typed) ?? "") ?? undefined,
  });
  if (kind === "piece") return [];
  if (kind === "hours-per-unit")
    return [
      twin(
        "per-hour",
        b.ratePerHour(unitsWord(unit, b)),
        (text) => inverseText(text, 1, 3),
        (text) => inverseText(text),
      ),
    ];
  return unit === "each"
    ? [
        twin(
          "minutes",
          b.rateMinutesEach,
          (text) => inverseText(text, 60, 2),
          (text) => inverseText(text, 60),
        ),
      ]
    : [
        twin(
          "hours",
          b.rateHoursPer100(unitWord(unit, b)),
          (text) => inverseText(text, 100, 3),
          (text) => inverseText(text, 100),
        ),
      ];
}

type Other = (text: string) => string | null;

function labourKind(context: FormContext, { labour }: Substrate): OneField {
  const { b, book } = context;
  const kinds = [
    ["units-per-hour", b.rateKindUnits],
    ["hours-per-unit", b.rateKindHours],
    ["piece", b.rateKindPiece],
  ] as const;
  return {
    kind: "one",
    at: "labour",
    leaf: "labour.kind",
    label: b.rateKind,
    value: labour.kind,
    choices: kinds.map(([value, label]) => ({
      value,
      label,
      next: labourOfKind(labour, value, book.labour),
    })),
  };
}

function paintKind({ b }: FormContext, paint: PaintRule): OneField {
  const number = paint.kind === "spread" ? paint.unitsPerGallon : paint.gallons;
  const turned = { ...number, value: inverseText(number.value) ?? "1" };
  return {
    kind: "one",
    at: "paint",
    leaf: "paint.kind",
    label: b.ratePaintKind,
    value: paint.kind,
    choices: [
      {
        value: "spread",
        label: b.ratePaintSpread,
        next: paint.kind === "spread" ? paint : { kind: "spread", unitsPerGallon: turned },
      },
      {
        value: "gallons-per-unit",
        label: b.ratePaintPerUnit,
        next: paint.kind === "spread" ? { kind: "gallons-per-unit", gallons: turned } : paint,
      },
    ],
  };
}

const paintField = (paint: PaintRule, unit: Substrate["unit"], b: BookWords): NumberField =>
  paint.kind === "spread"
    ? decimal(paint.unitsPerGallon, {
        at: "paint.unitsPerGallon",
        label: b.rateSpread(unitsWord(unit, b)),
      })
    : decimal(paint.gallons, { at: "paint.gallons", label: b.rateGallons(unitWord(unit, b)) });

function countedFields(context: FormContext, substrate: Substrate): FormGroup["fields"] {
  const { b, book } = context;
  const { quantity } = substrate;
  const own =
    quantity.kind === "strip"
      ? [decimal(quantity.depth, { at: "quantity.depth", label: b.rateDepth })]
      : quantity.kind === "count"
        ? [decimal(quantity.count, { at: "quantity.count", label: b.rateCount })]
        : [];
  return [
    {
      kind: "many",
      at: "appliesTo",
      label: b.fieldWhere,
      values: substrate.appliesTo,
      choices: [
        { value: "room", label: b.whereRoom },
        { value: "side", label: b.whereSide },
      ],
    },
    {
      kind: "one",
      at: "born",
      label: b.rateBorn,
      value: substrate.born,
      choices: [
        { value: "painted", label: b.rateBornPainted, next: "painted" },
        { value: "unpainted", label: b.rateBornUnpainted, next: "unpainted" },
        { value: "absent", label: b.rateBornAbsent, next: "absent" },
      ],
    },
    {
      kind: "one",
      at: "unit",
      label: b.rateUnit,
      value: substrate.unit,
      choices: (["sqft", "lf", "each"] as const).map((unit) => ({
        value: unit,
        label: unitWord(unit, b),
        next: unit,
      })),
    },
    quantityKind(context, substrate),
    ...own,
    oneOf(context, book.scopes, { at: "scope", label: b.fieldScope, value: substrate.scope }),
    oneOf(context, book.colourSlots, {
      at: "colourSlot",
      label: b.fieldColourSlot,
      value: substrate.colourSlot,
    }),
    oneOf(context, book.methods, { at: "method", label: b.fieldMethod, value: substrate.method }),
  ];
}

function quantityKind({ b, book }: FormContext, { quantity }: Substrate): OneField {
  const source = book.openings.door.source;
  const kinds: readonly (readonly [QuantityRule["kind"], string])[] = [
    ["walls", b.quantityWalls],
    ["floor-plan", b.quantityFloor],
    ["perimeter", b.quantityPerimeter],
    ["face", b.quantityFace],
    ["length", b.quantityLength],
    ["strip", b.quantityStrip],
    ["doors", b.quantityDoors],
    ["windows", b.quantityWindows],
    ["count", b.quantityCount],
    ["typed", b.quantityTyped],
  ];
  const nextOf = (kind: QuantityRule["kind"]): unknown =>
    kind === quantity.kind
      ? quantity
      : kind === "strip"
        ? { kind, depth: { value: "1", source } }
        : kind === "count"
          ? { kind, count: { value: "1", source } }
          : { kind };
  return {
    kind: "one",
    at: "quantity",
    leaf: "quantity.kind",
    label: b.rateQuantity,
    value: quantity.kind,
    choices: kinds.map(([value, label]) => ({ value, label, next: nextOf(value) })),
  };
}

function prepFields(
  { b }: FormContext,
  { prep, unit, multipliers }: Substrate,
): FormGroup["fields"] {
  return [
    {
      kind: "one",
      at: "prep.basis",
      label: b.ratePrepBasis,
      value: prep.basis,
      choices: [
        { value: "sqft", label: unitWord("sqft", b), next: "sqft" },
        { value: "lf", label: unitWord("lf", b), next: "lf" },
      ],
    },
    decimal(prep.perUnit, {
      at: "prep.perUnit",
      label: b.ratePrepPerUnit(unitWord(unit, b), unitWord(prep.basis, b)),
    }),
    {
      kind: "many",
      at: "multipliers",
      label: b.rateMultipliers,
      values: multipliers,
      choices: multiplierOrder.map((kind) => ({ value: kind, label: multiplierWord(kind, b) })),
    },
  ];
}

export function multiplierWord(kind: MultiplierKind, b: BookWords): string {
  switch (kind) {
    case "height":
      return b.listHeightBands;
    case "access":
      return b.listAccess;
    case "occupancy":
      return b.listOccupancy;
    case "condition":
      return b.listConditions;
    case "colour-change":
      return b.listColourChanges;
    case "texture":
      return b.listTextures;
  }
}
