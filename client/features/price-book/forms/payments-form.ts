import { scaledText } from "../../../../shared/pricing/edit/decimal-text.ts";
import type { PriceBook } from "../../../../shared/pricing/price-book.ts";
import {
  decimal,
  type FormContext,
  type FormGroup,
  money,
  type OneField,
  usualSource,
  words,
} from "./form-fields.ts";
import { freeState, stateField } from "./tax-form.ts";

/** Deposit, draws and the rest, with what they come to; and what the law of a state allows. */
export function paymentsForm(
  context: FormContext,
  payments: PriceBook["payments"],
): readonly FormGroup[] {
  const { b, book } = context;
  const source = usualSource(book);
  const deposit = payments.deposit ?? {
    label: { en: "Deposit", es: "Anticipo" },
    percent: { value: "10", source },
  };
  const has: OneField = {
    kind: "one",
    at: "deposit",
    leaf: "deposit.set",
    label: b.payDeposit,
    value: payments.deposit ? "some" : "none",
    choices: [
      { value: "none", label: b.payDepositNone, next: null },
      { value: "some", label: b.payDepositSome, next: deposit },
    ],
  };
  const asked = [payments.deposit?.percent, ...payments.draws.map(({ percent }) => percent)];
  const sum = asked.reduce((total, percent) => total + millionths(percent?.value ?? "0"), 0);
  const rest = scaledText(String(Math.max(0, 100_000_000 - sum)), 1, 1_000_000) ?? "0";
  const draws = payments.draws.length;
  const draw = {
    key: `draw-${draws + 1}`,
    label: { en: "Draw", es: "Pago parcial" },
    percent: { value: "30", source },
  };
  return [
    {
      id: "deposit",
      title: b.payDeposit,
      fields: payments.deposit
        ? [
            has,
            decimal(payments.deposit.percent, { at: "deposit.percent", label: b.payPercent }),
            words(payments.deposit.label, "deposit.label", b.fieldName),
          ]
        : [has],
      add: draws === 0 ? { at: "draws.0", label: b.payAddDraw, value: draw } : undefined,
    },
    ...payments.draws.map(({ label, percent }, index): FormGroup => ({
      id: `draws.${index}`,
      title: b.payDraw(index + 1),
      fields: [
        decimal(percent, { at: `draws.${index}.percent`, label: b.payPercent }),
        words(label, `draws.${index}.label`, b.fieldName),
      ],
      remove: { at: `draws.${index}`, label: b.payRemoveDraw },
      add:
        index === draws - 1 && draws < 10
          ? { at: `draws.${draws}`, label: b.payAddDraw, value: draw }
          : undefined,
    })),
    {
      id: "final",
      title: b.payFinal,
      hint: sum > 100_000_000 ? undefined : b.payRest(rest),
      warning: sum > 100_000_000 ? b.payTooMuch : undefined,
      fields: [words(payments.final.label, "final.label", b.fieldName)],
    },
    ...capGroups(context, payments),
  ];
}

const millionths = (text: string): number => Number(scaledText(text, 1_000_000) ?? "0");

function capGroups(
  context: FormContext,
  { depositCaps }: PriceBook["payments"],
): readonly FormGroup[] {
  const { b, book } = context;
  const source = usualSource(book);
  const count = depositCaps.length;
  const value = {
    state: freeState(depositCaps.map(({ state }) => state)),
    percent: { value: "10", source },
    source,
  };
  const add = { at: `depositCaps.${count}`, label: b.capAdd, value };
  if (count === 0) return [{ id: "caps", title: b.capTitle, hint: b.capHint, fields: [], add }];
  return depositCaps.map((cap, index): FormGroup => {
    const at = `depositCaps.${index}`;
    const choices = [
      ["percent", b.capPercentOnly],
      ["amount", b.capAmountOnly],
      ["both", b.capBoth],
    ] as const;
    const percent = cap.percent ?? { value: "10", source: cap.source };
    const amount = cap.amount ?? { cents: 1000_00, source: cap.source };
    const { state } = cap;
    const nexts = { percent: { percent }, amount: { amount }, both: { percent, amount } };
    return {
      id: at,
      title: b.capOf(state),
      hint: index === 0 ? b.capHint : undefined,
      fields: [
        stateField(context, state, `${at}.state`),
        {
          kind: "one",
          at,
          leaf: `${at}.set`,
          label: b.capKind,
          value: cap.percent && cap.amount ? "both" : cap.amount ? "amount" : "percent",
          choices: choices.map(([kind, label]) => ({
            value: kind,
            label,
            next: { state, ...nexts[kind], source: cap.source },
          })),
        },
        ...(cap.percent
          ? [decimal(cap.percent, { at: `${at}.percent`, label: b.capPercent })]
          : []),
        ...(cap.amount ? [money(cap.amount, { at: `${at}.amount`, label: b.capAmount })] : []),
      ],
      remove: { at, label: b.capRemove(state) },
      add: index === count - 1 ? add : undefined,
    };
  });
}
