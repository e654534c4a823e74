import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { shadeOf } from "../../chrome/palette.ts";
import { PrettyText } from "../../ui/keypad/pretty-text.tsx";
import { Swatch } from "../../ui/swatch.tsx";
import css from "./conflict-card.module.css";

type ShownSideProps = {
  readonly field: string;
  /** The value in words. */
  readonly text: string;
  readonly priceBook: PriceBook | null;
  /** Either of the two is long ({@link isLong}): both are set alike, so that neither outweighs the other. */
  readonly long: boolean;
  /** How a measure is understood, as under its own field. */
  readonly echo?: string | null | undefined;
};

/** A value as large as it can be read at arm's length; a colour with its chip. */
export function ShownSide({ field, text, priceBook, long, echo }: ShownSideProps) {
  const shade = field === "colour" ? shadeOf(text, priceBook?.colours) : null;
  return (
    <div>
      <p className={css["value"]} data-long={long}>
        {shade === null ? <PrettyText text={text} /> : <Swatch colour={shade} name={text} />}
      </p>
      {echo ? <p className={css["soft"]}>{echo}</p> : null}
    </div>
  );
}
