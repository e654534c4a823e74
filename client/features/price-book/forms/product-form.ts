import type { Product } from "../../../../shared/pricing/book/paint.ts";
import { centsPerGallon } from "../../../../shared/pricing/edit/can-price.ts";
import { dollarsText } from "../../../../shared/pricing/edit/decimal-text.ts";
import {
  decimal,
  type FormContext,
  type FormGroup,
  money,
  oneOf,
  oneOrNone,
  usualSource,
  whole,
  words,
} from "./form-fields.ts";
import { profitGroups } from "./profit-fields.ts";

/** A paint: its cans with what a gallon comes to in each, how far it goes, and what it earns. */
export function productForm(context: FormContext, product: Product): readonly FormGroup[] {
  const { b, book } = context;
  const source = usualSource(book);
  return [
    {
      id: "head",
      fields: [
        words(product.label, "label", b.fieldName),
        {
          kind: "many",
          at: "sheens",
          label: b.listSheens,
          values: product.sheens,
          choices: book.sheens.map(({ key, label }) => ({
            value: key,
            label: label[context.language],
          })),
        },
        whole(product.warrantyYears, { at: "warrantyYears", label: b.fieldWarranty }),
      ],
    },
    ...product.cans.map((can, index): FormGroup => {
      const at = `cans.${index}`;
      const last = index === product.cans.length - 1;
      return {
        id: at,
        title: can.label[context.language],
        hint: b.canPerGallon(dollarsText(centsPerGallon(can, product))),
        fields: [
          money(can.cost, { at: `${at}.cost`, label: b.canCost }),
          decimal(can.fluidOunces, { at: `${at}.fluidOunces`, label: b.canOunces, mode: "count" }),
          words(can.label, `${at}.label`, b.canName),
        ],
        remove: product.cans.length > 1 ? { at, label: b.canRemove } : undefined,
        add:
          last && product.cans.length < 5
            ? {
                at: `cans.${index + 1}`,
                label: b.canAdd,
                value: { ...can, size: `size-${index + 2}`, label: { en: "", es: "" } },
              }
            : undefined,
      };
    }),
    {
      id: "covers",
      title: b.productCovers,
      fields: [
        decimal(product.uplift, { at: "uplift", label: b.productUplift }),
        decimal(product.coverage, { at: "coverage", label: b.productCoverage }),
      ],
      add:
        product.spreads.length === 0
          ? {
              at: "spreads.0",
              label: b.spreadAdd,
              value: {
                substrate: book.substrates[0]?.key ?? "",
                unitsPerGallon: { value: "300", source },
              },
            }
          : undefined,
    },
    ...product.spreads.map((spread, index): FormGroup => {
      const at = `spreads.${index}`;
      return {
        id: at,
        title: b.spreadTitle(index + 1),
        fields: [
          oneOf(context, book.substrates, {
            at: `${at}.substrate`,
            label: b.listSubstrates,
            value: spread.substrate,
          }),
          oneOrNone(
            context,
            book.textures,
            { at: `${at}.texture`, label: b.listTextures, value: spread.texture },
            b.spreadAnyTexture,
          ),
          decimal(spread.unitsPerGallon, { at: `${at}.unitsPerGallon`, label: b.spreadRate }),
        ],
        remove: { at, label: b.spreadRemove },
        add:
          index === product.spreads.length - 1
            ? { at: `spreads.${index + 1}`, label: b.spreadAdd, value: spread }
            : undefined,
      };
    }),
    ...ownProfit(context, product),
  ];
}

function ownProfit(context: FormContext, { profit }: Product): readonly FormGroup[] {
  const { b, book } = context;
  const rule = profit?.rule ?? book.profit.paint;
  const choose: FormGroup = {
    id: "profit",
    title: b.productProfit,
    fields: [
      {
        kind: "one",
        at: "profit",
        leaf: "profit.on",
        label: b.productProfitOn,
        value: profit?.on ?? "",
        choices: [
          { value: "", label: b.productProfitNone, next: undefined },
          { value: "paint", label: b.productProfitPaint, next: { on: "paint", rule } },
          { value: "surface", label: b.productProfitSurface, next: { on: "surface", rule } },
        ],
      },
    ],
  };
  return profit ? [choose, ...profitGroups(context, profit.rule, "profit.rule", "")] : [choose];
}
