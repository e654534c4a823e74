import type {
  AreaBand,
  HeightBand,
  Method,
  Multiplier,
  PrepLevel,
  PrepTask,
  Primer,
} from "../../../../shared/pricing/book/work.ts";
import {
  decimal,
  type FormContext,
  type FormField,
  type FormGroup,
  money,
  oneOf,
  type OneField,
  usualSource,
  words,
} from "./form-fields.ts";

const head = ({ b }: FormContext, label: Multiplier["label"]): FormField =>
  words(label, "label", b.fieldName);

/** What a condition, a texture or a colour change multiplies. */
export const bandForm = (context: FormContext, band: Multiplier): readonly FormGroup[] => [
  { id: "head", fields: [head(context, band.label)] },
  ...effectGroups(context, band),
];

/** As a band, with a charge on top. */
export const areaBandForm = (context: FormContext, band: AreaBand): readonly FormGroup[] => [
  ...bandForm(context, band),
  chargeGroup(context, band),
];

export function heightBandForm(context: FormContext, band: HeightBand): readonly FormGroup[] {
  const { b } = context;
  return [
    {
      id: "head",
      fields: [
        head(context, band.label),
        decimal(band.fromFeet, { at: "fromFeet", label: b.heightFrom }),
        {
          kind: "many",
          at: "appliesTo",
          label: b.fieldWhere,
          values: band.appliesTo,
          choices: [
            { value: "room", label: b.whereRoom },
            { value: "side", label: b.whereSide },
          ],
        },
      ],
    },
    ...effectGroups(context, band),
    chargeGroup(context, band),
  ];
}

function effectGroups(context: FormContext, band: Multiplier): readonly FormGroup[] {
  const { b, book } = context;
  const effects = [
    ["labour", b.effectLabour, b.effectLabourTimes],
    ["prep", b.effectPrep, b.effectPrepTimes],
    ["paint", b.effectPaint, b.effectPaintTimes],
  ] as const;
  return effects.map(([at, title, label]) => {
    const value = band[at];
    return {
      id: at,
      title,
      fields: [
        {
          kind: "one" as const,
          at,
          leaf: `${at}.set`,
          label: title,
          value: value ? "times" : "same",
          choices: [
            { value: "same", label: b.effectSame, next: undefined },
            {
              value: "times",
              label: b.effectTimes,
              next: value ?? { value: "1.1", source: usualSource(book) },
            },
          ],
        },
        ...(value ? [decimal(value, { at, label })] : []),
      ],
    };
  });
}

function chargeGroup({ b, book }: FormContext, { charge }: AreaBand): FormGroup {
  const cost = charge?.cost ?? { cents: 100_00, source: usualSource(book) };
  const per: OneField = {
    kind: "one",
    at: "charge",
    leaf: "charge.per",
    label: b.chargePer,
    value: charge?.per ?? "",
    choices: [
      { value: "", label: b.chargeNone, next: undefined },
      { value: "area", label: b.chargeArea, next: { per: "area", cost } },
      { value: "job", label: b.chargeJob, next: { per: "job", cost } },
      { value: "crew-day", label: b.chargeDay, next: { per: "crew-day", cost } },
    ],
  };
  const fields = charge
    ? [per, money(charge.cost, { at: "charge.cost", label: b.chargeCost })]
    : [per];
  return { id: "charge", title: b.chargeTitle, fields };
}

export const methodForm = (context: FormContext, method: Method): readonly FormGroup[] => [
  {
    id: "head",
    fields: [
      head(context, method.label),
      decimal(method.labour, { at: "labour", label: context.b.effectLabourTimes }),
      decimal(method.waste, { at: "waste", label: context.b.methodWaste }),
    ],
  },
];

export const primerForm = (context: FormContext, primer: Primer): readonly FormGroup[] => {
  const { b, book } = context;
  return [
    {
      id: "head",
      fields: [
        head(context, primer.label),
        oneOf(context, book.products, {
          at: "product",
          label: b.fieldProduct,
          value: primer.product,
        }),
        oneOf(context, book.sheens, { at: "sheen", label: b.fieldSheen, value: primer.sheen }),
        decimal(primer.percent, { at: "percent", label: b.primerPercent }),
        decimal(primer.labour, { at: "labour", label: b.primerLabour }),
      ],
    },
  ];
};

export const prepTaskForm = (context: FormContext, task: PrepTask): readonly FormGroup[] => {
  const { b } = context;
  return [
    {
      id: "head",
      fields: [
        head(context, task.label),
        words(task.includes, "includes", b.rateIncludes, true),
        decimal(task.minutesPer100.sqft, { at: "minutesPer100.sqft", label: b.taskSqft }),
        decimal(task.minutesPer100.lf, { at: "minutesPer100.lf", label: b.taskLf }),
      ],
    },
  ];
};

export function prepLevelForm(context: FormContext, level: PrepLevel): readonly FormGroup[] {
  const { b } = context;
  return [
    {
      id: "head",
      fields: [
        head(context, level.label),
        words(level.includes, "includes", b.rateIncludes, true),
        prepHow(context, level),
      ],
    },
    ...howGroups(context, level),
  ];
}

function prepHow({ b, book }: FormContext, { how }: PrepLevel): OneField {
  const number = (value: string) => ({ value, source: usualSource(book) });
  const task = book.prepTasks[0]?.key;
  const nexts: readonly (readonly [PrepLevel["how"]["kind"], string, unknown])[] = [
    ["none", b.prepNone, { kind: "none" }],
    ["rate", b.prepRate, { kind: "rate", sqftPerHour: number("600"), lfPerHour: number("600") }],
    ["percent", b.prepPercent, { kind: "percent", labour: number("10"), paint: number("0") }],
    ...(task === undefined
      ? []
      : [
          [
            "tasks",
            b.prepTasks,
            { kind: "tasks", tasks: [{ task, percent: number("100") }] },
          ] as const,
        ]),
  ];
  return {
    kind: "one",
    at: "how",
    leaf: "how.kind",
    label: b.prepHow,
    value: how.kind,
    choices: nexts.map(([value, label, next]) => ({
      value,
      label,
      next: value === how.kind ? how : next,
    })),
  };
}

function howGroups(context: FormContext, { how }: PrepLevel): readonly FormGroup[] {
  const { b, book } = context;
  switch (how.kind) {
    case "none":
      return [];
    case "rate":
      return [
        {
          id: "how",
          fields: [
            decimal(how.sqftPerHour, { at: "how.sqftPerHour", label: b.ratePerHour(b.unitSqft) }),
            decimal(how.lfPerHour, { at: "how.lfPerHour", label: b.ratePerHour(b.unitLf) }),
          ],
        },
      ];
    case "percent":
      return [
        {
          id: "how",
          fields: [
            decimal(how.labour, { at: "how.labour", label: b.prepPercentLabour }),
            decimal(how.paint, { at: "how.paint", label: b.prepPercentPaint }),
          ],
        },
      ];
    case "tasks":
      return how.tasks.map(({ task, percent }, index) => {
        const at = `how.tasks.${index}`;
        return {
          id: at,
          fields: [
            oneOf(context, book.prepTasks, { at: `${at}.task`, label: b.fieldTask, value: task }),
            decimal(percent, { at: `${at}.percent`, label: b.taskPercent }),
          ],
          remove: how.tasks.length > 1 ? { at, label: b.taskRemove } : undefined,
          add:
            index === how.tasks.length - 1
              ? { at: `how.tasks.${index + 1}`, label: b.taskAdd, value: { task, percent } }
              : undefined,
        };
      });
  }
}
