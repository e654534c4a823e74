import type { EditWords } from "./use-edit-words.ts";

/** What kind of thing a record is, in a painter's word. */
export function entityWords(entity: string, t: EditWords): string {
  switch (entity) {
    case "customer":
    case "contact":
      return t.didCustomer;
    case "area":
      return t.didArea;
    case "surface":
      return t.didSurface;
    case "item":
      return t.didItem;
    case "bookDraft":
      return t.didBookDraft;
    case "bookChange":
      return t.didBookEntry;
    default:
      return t.didEstimate;
  }
}

/** Fields that customers and estimates have alike. */
const placeWords = (t: EditWords): Readonly<Record<string, string>> => ({
  street: t.customerStreet,
  city: t.customerCity,
  state: t.customerState,
  postalCode: t.customerZip,
});

const wordsOf = (t: EditWords): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  customer: {
    name: t.customerName,
    phone: t.customerPhone,
    email: t.customerEmail,
    ...placeWords(t),
  },
  estimate: {
    title: t.detailsJobName,
    ...placeWords(t),
    priceBookId: t.detailsPriceBook,
    yearBuilt: t.detailsYear,
    leadSafe: t.fieldLeadSafe,
    discounts: t.fieldDiscounts,
    notesForCustomer: t.detailsNoteCustomer,
    notesForCrew: t.detailsNoteCrew,
    estimatorName: t.detailsEstimator,
    estimatorId: t.detailsEstimator,
    status: t.didAccept,
    acceptedOption: t.fieldAcceptedOption,
    acceptedTotal: t.fieldAcceptedTotal,
    acceptedAt: t.fieldAcceptedAt,
  },
  area: {
    order: t.fieldOrder,
    name: t.customerName,
    length: t.areaLength,
    width: t.areaWidth,
    height: t.areaHeight,
    doors: t.areaDoors,
    windows: t.areaWindows,
    access: t.areaAccess,
    occupancy: t.editorOccupancy,
    note: t.areaNote,
  },
  surface: {
    painted: t.fieldPainted,
    coats: t.areaCoats,
    quantity: t.fieldQuantity,
    prep: t.areaPrep,
    prepHours: t.fieldPrepHours,
    prepTasks: t.fieldPrepTasks,
    product: t.fieldProduct,
    sheen: t.fieldSheen,
    method: t.fieldMethod,
    primer: t.fieldPrimer,
    condition: t.fieldCondition,
    colourChange: t.fieldColourChange,
    texture: t.fieldTexture,
    colour: t.areaColour,
  },
  item: {
    kind: t.fieldKind,
    label: t.customerName,
    quantity: t.fieldQuantity,
    unitCost: t.fieldUnitCost,
    materialCost: t.fieldMaterialCost,
    margin: t.fieldMargin,
    painters: t.fieldPainters,
    addOn: t.fieldKindAddOn,
    optional: t.fieldOptional,
    ticked: t.fieldTicked,
    group: t.fieldGroup,
  },
  bookDraft: { note: t.areaNote },
  bookChange: { path: t.fieldBookEntry, value: t.fieldBookValue },
});

/** What a field is called on the screen where it is typed; null for one that nobody sees. */
export function fieldWords(entity: string, field: string, t: EditWords): string | null {
  const entities = wordsOf(t);
  const fields = Object.hasOwn(entities, entity) ? entities[entity] : undefined;
  return (fields && Object.hasOwn(fields, field) ? fields[field] : undefined) ?? null;
}
