import type { PriceBookFault } from "../../../shared/pricing/price-book-fault.ts";
import type { BookWords } from "../../words/book-words.ts";

/** One sentence about what keeps a price book from being published. */
export function faultWords({ code, found, expected }: PriceBookFault, b: BookWords): string {
  switch (code) {
    case "too_large":
      return b.faultTooLarge;
    case "missing":
      return b.faultMissing;
    case "not_a_number":
    case "number_not_text":
    case "negative":
    case "not_positive":
    case "too_precise":
    case "not_cents":
    case "not_a_whole_number":
    case "out_of_range":
    case "not_ounces":
      return b.faultNumber(found);
    case "too_high":
      return b.faultTooHigh(expected);
    case "not_below_hundred":
      return b.faultMargin;
    case "text_missing":
    case "text_too_long":
      return b.faultText;
    case "too_many":
      return b.faultTooMany(expected);
    case "too_few":
      return b.faultTooFew;
    case "duplicate_key":
    case "duplicate_state":
    case "listed_twice":
      return b.faultTwice(found);
    case "reserved_key":
      return b.faultReserved(found);
    case "unknown_key":
      return b.faultUnknown(found);
    case "unknown_source":
      return b.faultSource;
    case "sheen_not_of_product":
      return b.faultSheen(found, expected);
    case "curve_not_from_zero":
      return b.faultStart;
    case "curve_not_ascending":
      return b.faultOrder;
    case "profit_rises":
      return b.faultProfitRises;
    case "factor_above_one":
      return b.faultFactorAbove;
    case "factor_below_one":
      return b.faultFactorBelow;
    case "payments_exceed_total":
      return b.faultPayments;
    case "height_band_twice":
      return b.faultHeight;
    case "can_free":
      return b.faultCanFree;
    case "cans_incommensurable":
      return b.faultCans;
    case "companion_itself":
      return b.faultCompanion;
    case "not_json":
    case "format_unknown":
    case "unknown_field":
    case "not_an_object":
    case "not_a_list":
    case "not_a_text":
    case "not_yes_or_no":
    case "not_a_choice":
    case "not_a_key":
    case "not_a_day":
    case "not_a_state":
    case "not_a_colour":
      return b.faultShape(found);
  }
}
