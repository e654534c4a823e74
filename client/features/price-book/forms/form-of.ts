import { splitPath } from "../../../../shared/pricing/edit/book-sections.ts";
import type { PriceBook } from "../../../../shared/pricing/price-book.ts";
import type { FormContext, FormGroup } from "./form-fields.ts";
import {
  colourForm,
  hintsForm,
  labourForm,
  leadForm,
  namedForm,
  nameForm,
  openingsForm,
  poolingForm,
  scopeForm,
  sourceForm,
} from "./job-forms.ts";
import { addOnForm, sundriesForm } from "./extra-forms.ts";
import {
  discountForm,
  financingForm,
  listDiscountForm,
  minimumForm,
  profitForm,
} from "./money-forms.ts";
import { paymentsForm } from "./payments-form.ts";
import { taxForm } from "./tax-form.ts";
import { optionForm } from "./option-form.ts";
import { productForm } from "./product-form.ts";
import { substrateForm } from "./substrate-form.ts";
import {
  areaBandForm,
  bandForm,
  heightBandForm,
  methodForm,
  prepLevelForm,
  prepTaskForm,
  primerForm,
} from "./work-forms.ts";

/** The position of an entry in its list, by the ids that paths name entries by. */
export type Places = (list: string, id: string) => number;

/**
 * The form of whatever stands at a path of a book: an entry or a setting.
 *
 * @returns null where nothing stands.
 */
export function formOf(
  context: FormContext,
  book: PriceBook,
  path: string,
  placeOf: Places,
): readonly FormGroup[] | null {
  const { section, id } = splitPath(path);
  if (id === null) return settingForm(context, book, section);
  if (section === "sources") {
    const text = Object.hasOwn(book.sources, id) ? book.sources[id] : undefined;
    return text === undefined ? null : sourceForm(context, text);
  }
  return entryForm(context, book, section, placeOf(section, id));
}

function settingForm(
  context: FormContext,
  book: PriceBook,
  setting: string,
): readonly FormGroup[] | null {
  switch (setting) {
    case "name":
      return nameForm(context, book.name);
    case "labour":
      return labourForm(context, book.labour);
    case "openings":
      return openingsForm(context, book.openings);
    case "paintPooling":
      return poolingForm(context, book.paintPooling);
    case "profit":
      return profitForm(context, book.profit);
    case "minimumCharge":
      return minimumForm(context, book.minimumCharge);
    case "leadSafe":
      return leadForm(context, book.leadSafe);
    case "listDiscount":
      return listDiscountForm(context, book.listDiscount);
    case "salesTax":
      return taxForm(context, book.salesTax);
    case "payments":
      return paymentsForm(context, book.payments);
    case "hints":
      return hintsForm(context, book.hints);
    default:
      return null;
  }
}

type Form<T> = (context: FormContext, entry: T) => readonly FormGroup[];

function entryForm(
  context: FormContext,
  book: PriceBook,
  list: string,
  place: number,
): readonly FormGroup[] | null {
  const of = <T>(entries: readonly T[], form: Form<T>): readonly FormGroup[] | null => {
    const entry = entries[place];
    return entry === undefined ? null : form(context, entry);
  };
  switch (list) {
    case "scopes":
      return of(book.scopes, scopeForm);
    case "colourSlots":
      return of(book.colourSlots, namedForm);
    case "sheens":
      return of(book.sheens, namedForm);
    case "substrates":
      return of(book.substrates, substrateForm);
    case "products":
      return of(book.products, productForm);
    case "colours":
      return of(book.colours, colourForm);
    case "heightBands":
      return of(book.heightBands, heightBandForm);
    case "access":
      return of(book.access, areaBandForm);
    case "occupancy":
      return of(book.occupancy, areaBandForm);
    case "conditions":
      return of(book.conditions, bandForm);
    case "colourChanges":
      return of(book.colourChanges, bandForm);
    case "textures":
      return of(book.textures, bandForm);
    case "methods":
      return of(book.methods, methodForm);
    case "primers":
      return of(book.primers, primerForm);
    case "prepTasks":
      return of(book.prepTasks, prepTaskForm);
    case "prepLevels":
      return of(book.prepLevels, prepLevelForm);
    case "options":
      return of(book.options, optionForm);
    case "addOns":
      return of(book.addOns, addOnForm);
    case "sundries":
      return of(book.sundries, sundriesForm);
    case "discounts":
      return of(book.discounts, discountForm);
    case "financing":
      return of(book.financing, financingForm);
    default:
      return null;
  }
}
