import { LockedBanner } from "../../chrome/locked-banner.tsx";
import { EstimateHeader } from "../../chrome/estimate-header.tsx";
import type { OpenedEstimate } from "../../chrome/open-estimate.tsx";
import { NewerBook } from "../../chrome/newer-book.tsx";
import { SaveFailure } from "../../chrome/save-failure.tsx";
import { UndoButtons } from "../../chrome/undo-buttons.tsx";
import { useRetryOnLeave } from "../../chrome/use-retry-on-leave.ts";
import { useCustomer } from "../../local/hooks/use-customers.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { AboutEstimate } from "./about-estimate.tsx";
import { CustomerSection } from "./customer-section.tsx";
import css from "./details-screen.module.css";
import { Disputes } from "./dispute-mark.tsx";
import { DiscountSection } from "./discount-section.tsx";
import { JobSection } from "./job-section.tsx";
import { NotesSection } from "./notes-section.tsx";
import { RemoveEstimate } from "./remove-estimate.tsx";

/** Whose job it is, where it is, and what is to be known beside the measures. */
export function DetailsScreen({ opened }: { readonly opened: OpenedEstimate }) {
  const { t } = useWords();
  const { priceBook } = opened;
  const { estimate } = opened.estimate;
  const found = useCustomer(estimate.customerId);
  const { readOnly = false } = useLocal();
  const locked = readOnly || estimate.status === "accepted";
  const name = opened.customer?.name || estimate.title || t.homeUntitled;
  useRetryOnLeave();

  return (
    <Screen
      header={
        <EstimateHeader
          estimateId={estimate.id}
          title={t.detailsTitle}
          detail={name}
          backTo={`/estimates/${estimate.id}`}
          actions={<UndoButtons estimateId={estimate.id} />}
        />
      }
    >
      {found === undefined ? (
        // All at once: who it is for stands above everything else, and would push it down.
        <Skeleton rows={5} label={t.loading} />
      ) : (
        <div className={css["details"]}>
          {locked ? <LockedBanner estimate={estimate} priceBook={priceBook} /> : null}
          <SaveFailure />
          <CustomerSection found={found} locked={locked} />
          <Disputes estimateId={estimate.id}>
            <JobSection estimate={estimate} priceBook={priceBook} locked={locked} />
            <DiscountSection
              estimate={estimate}
              priceBook={priceBook}
              day={opened.estimate.day}
              locked={locked}
            />
            <NotesSection estimate={estimate} locked={locked} />
          </Disputes>
          <NewerBook estimate={opened.estimate} priceBook={priceBook} />
          <AboutEstimate
            estimate={estimate}
            priceBook={priceBook}
            opportunities={found?.opportunities ?? []}
          />
          {readOnly ? null : <RemoveEstimate estimate={estimate} customerName={name} />}
        </div>
      )}
    </Screen>
  );
}
