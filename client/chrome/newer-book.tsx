import { lazy, Suspense, useState } from "react";
import type { Estimate } from "../../shared/estimate/estimate.ts";
import type { PriceBook } from "../../shared/pricing/price-book.ts";
import { useNewerBook } from "../local/hooks/use-newer-book.ts";
import { useLocal } from "../local/local-context.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { reprice } from "../words/reprice.ts";
import { useSubject } from "../words/words-provider.tsx";

const RepriceSheet = lazy(async () => ({
  default: (await import("./reprice-sheet.tsx")).RepriceSheet,
}));

type NewerBookProps = { readonly estimate: Estimate; readonly priceBook: PriceBook };

/** Says quietly that a later price book is here. What a customer has accepted keeps its own. */
export function NewerBook({ estimate, priceBook }: NewerBookProps) {
  const w = useSubject(reprice);
  const newer = useNewerBook(estimate.estimate.priceBookId);
  const [open, setOpen] = useState(false);
  const { readOnly } = useLocal();
  if (!newer || readOnly || estimate.estimate.status === "accepted") return null;
  return (
    <>
      <Banner action={<Button onClick={() => setOpen(true)}>{w.repriceSee(newer.version)}</Button>}>
        {w.repriceOut(newer.version, priceBook.version)}
      </Banner>
      {open ? (
        <Suspense fallback={null}>
          <RepriceSheet
            estimate={estimate}
            priceBook={priceBook}
            newer={newer}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
