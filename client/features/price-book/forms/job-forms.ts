import type { LeadSafeRule } from "../../../../shared/pricing/book/money.ts";
import { dollarsText, scaledText } from "../../../../shared/pricing/edit/decimal-text.ts";
import type {
  Colour,
  HintRule,
  Named,
  PriceBook,
  Scope,
} from "../../../../shared/pricing/price-book.ts";
import {
  choicesOf,
  decimal,
  type FormContext,
  type FormField,
  type FormGroup,
  money,
  oneOf,
  type OneField,
  usualSource,
  whole,
  words,
} from "./form-fields.ts";

/** Wage, load, crew and hours. */
export function labourForm({ b }: FormContext, labour: PriceBook["labour"]): readonly FormGroup[] {
  const loaded = scaledText(labour.load.value, labour.wage.cents, 1, 0) ?? "0";
  return [
    {
      id: "wage",
      title: b.labourWageTitle,
      hint: b.labourLoaded(dollarsText(Number(loaded))),
      fields: [
        money(labour.wage, { at: "wage", label: b.labourWage }),
        decimal(labour.load, { at: "load", label: b.labourLoad }),
      ],
    },
    {
      id: "crew",
      title: b.labourCrew,
      fields: [
        decimal(labour.crewSize, { at: "crewSize", label: b.labourCrewSize }),
        decimal(labour.hoursPerDay, { at: "hoursPerDay", label: b.labourHoursPerDay }),
        decimal(labour.setUpHoursPerCrewDay, {
          at: "setUpHoursPerCrewDay",
          label: b.labourSetUp,
        }),
        money(labour.tripPerCrewDay, { at: "tripPerCrewDay", label: b.labourTrip }),
        {
          kind: "one",
          at: "hours",
          label: b.labourHours,
          value: labour.hours,
          choices: [
            { value: "exact", label: b.labourHoursExact, next: "exact" },
            { value: "whole-hours-up", label: b.labourHoursUp, next: "whole-hours-up" },
          ],
        },
      ],
    },
  ];
}

export const openingsForm = (
  { b }: FormContext,
  { door, window }: PriceBook["openings"],
): readonly FormGroup[] => [
  {
    id: "head",
    hint: b.openingsHint,
    fields: [
      decimal(door, { at: "door", label: b.openingsDoor }),
      decimal(window, { at: "window", label: b.openingsWindow }),
    ],
  },
];

export const poolingForm = (
  { b }: FormContext,
  pooling: PriceBook["paintPooling"],
): readonly FormGroup[] => [
  {
    id: "head",
    hint: b.poolingHint,
    fields: [
      {
        kind: "one",
        at: "",
        label: b.settingPaintPooling,
        value: pooling,
        choices: [
          { value: "job", label: b.poolingJob, next: "job" },
          { value: "scope", label: b.poolingScope, next: "scope" },
        ],
      },
    ],
  },
];

export function leadForm(
  { b, book }: FormContext,
  lead: LeadSafeRule | null,
): readonly FormGroup[] {
  const source = usualSource(book);
  const usual = {
    beforeYear: 1978,
    factor: { value: "1.2", source },
    minimum: { cents: 0, source },
  };
  const has: OneField = {
    kind: "one",
    at: "",
    leaf: "set",
    label: b.settingLeadSafe,
    value: lead ? "some" : "none",
    choices: [
      { value: "none", label: b.leadNone, next: null },
      { value: "some", label: b.leadSome, next: lead ?? usual },
    ],
  };
  const fields = lead
    ? [
        has,
        whole(lead.beforeYear, { at: "beforeYear", label: b.leadYear }),
        decimal(lead.factor, { at: "factor", label: b.leadFactor }),
        money(lead.minimum, { at: "minimum", label: b.leadMinimum }),
      ]
    : [has];
  return [{ id: "head", hint: b.leadHint, fields }];
}

export const nameForm = ({ b }: FormContext, name: PriceBook["name"]): readonly FormGroup[] => [
  { id: "head", fields: [words(name, "", b.settingName)] },
];

export const namedForm = ({ b }: FormContext, { label }: Named): readonly FormGroup[] => [
  { id: "head", fields: [words(label, "label", b.fieldName)] },
];

export function scopeForm({ b, book }: FormContext, scope: Scope): readonly FormGroup[] {
  const minimum = scope.minimum ?? { cents: 250_00, source: usualSource(book) };
  const has: OneField = {
    kind: "one",
    at: "minimum",
    leaf: "minimum.set",
    label: b.scopeMinimum,
    value: scope.minimum ? "some" : "none",
    choices: [
      { value: "none", label: b.scopeMinimumNone, next: undefined },
      { value: "some", label: b.scopeMinimumSome, next: minimum },
    ],
  };
  return [
    {
      id: "head",
      fields: [
        words(scope.label, "label", b.fieldName),
        has,
        ...(scope.minimum ? [money(scope.minimum, { at: "minimum", label: b.scopeMinimum })] : []),
      ],
    },
  ];
}

export const colourForm = ({ b }: FormContext, colour: Colour): readonly FormGroup[] => [
  {
    id: "head",
    fields: [
      { kind: "text", at: "name", label: b.colourName, text: colour.name, parse: trimmed },
      { kind: "text", at: "code", label: b.colourCode, text: colour.code, parse: (typed) => typed },
      {
        kind: "text",
        at: "hex",
        label: b.colourHex,
        hint: b.colourHexHint,
        text: colour.hex,
        parse: (typed) => typed.trim().toLowerCase(),
      },
    ],
  },
];

const trimmed = (typed: string): unknown => (typed.trim() === "" ? undefined : typed);

export const sourceForm = ({ b }: FormContext, text: string): readonly FormGroup[] => [
  {
    id: "head",
    hint: b.sourceHint,
    fields: [{ kind: "text", at: "", label: b.sourceText, text, long: true, parse: trimmed }],
  },
];

/** What the app asks about an estimate. */
export function hintsForm(context: FormContext, hints: PriceBook["hints"]): readonly FormGroup[] {
  const { b, book } = context;
  const substrate = book.substrates[0]?.key ?? "";
  const value = { kind: "undecided", areaKind: "room", substrate };
  const add = { at: `hints.${hints.length}`.replace("hints.", ""), label: b.hintAdd, value };
  if (hints.length === 0) return [{ id: "none", hint: b.hintNone, fields: [], add }];
  return hints.map((hint, index): FormGroup => ({
    id: String(index),
    title: b.hintTitle(index + 1),
    fields: hintFields(context, hint, String(index)),
    remove: { at: String(index), label: b.hintRemove },
    add: index === hints.length - 1 ? add : undefined,
  }));
}

function hintFields(context: FormContext, hint: HintRule, at: string): readonly FormField[] {
  const { b, book } = context;
  const substrate = "substrate" in hint ? hint.substrate : (book.substrates[0]?.key ?? "");
  const other = book.substrates.find(({ key }) => key !== substrate)?.key ?? substrate;
  const change = book.colourChanges.at(-1)?.key ?? "";
  const kinds: readonly (readonly [HintRule["kind"], string, unknown])[] = [
    ["undecided", b.hintUndecided, { areaKind: "room", substrate }],
    ["companion", b.hintCompanion, { substrate, companions: [other] }],
    ["primer", b.hintPrimer, { colourChange: change }],
    [
      "high-access",
      b.hintHigh,
      { areaKind: "room", overFeet: { value: "12", source: usualSource(book) } },
    ],
  ];
  const kind: OneField = {
    kind: "one",
    at,
    leaf: `${at}.kind`,
    label: b.hintKind,
    value: hint.kind,
    choices: kinds.map(([value, label, next]) => ({
      value,
      label,
      next: value === hint.kind ? hint : { kind: value, ...Object(next) },
    })),
  };
  const where = (value: "room" | "side"): OneField => ({
    kind: "one",
    at: `${at}.areaKind`,
    label: b.fieldWhere,
    value,
    choices: [
      { value: "room", label: b.whereRoom, next: "room" },
      { value: "side", label: b.whereSide, next: "side" },
    ],
  });
  switch (hint.kind) {
    case "undecided":
      return [
        kind,
        where(hint.areaKind),
        oneOf(context, book.substrates, {
          at: `${at}.substrate`,
          label: b.listSubstrates,
          value: hint.substrate,
        }),
      ];
    case "companion":
      return [
        kind,
        oneOf(context, book.substrates, {
          at: `${at}.substrate`,
          label: b.listSubstrates,
          value: hint.substrate,
        }),
        {
          kind: "many",
          at: `${at}.companions`,
          label: b.hintCompanions,
          values: hint.companions,
          choices: choicesOf(context, book.substrates),
        },
      ];
    case "primer":
      return [
        kind,
        oneOf(context, book.colourChanges, {
          at: `${at}.colourChange`,
          label: b.listColourChanges,
          value: hint.colourChange,
        }),
      ];
    case "high-access":
      return [
        kind,
        where(hint.areaKind),
        decimal(hint.overFeet, { at: `${at}.overFeet`, label: b.hintOverFeet }),
      ];
  }
}
