import { useParams } from "wouter";
import { OpenEstimate } from "../../chrome/open-estimate.tsx";
import { PriceScreen } from "./price-screen.tsx";

/** `/estimates/:estimateId/price`. */
export function PriceRoute() {
  const { estimateId = "" } = useParams();
  return (
    <OpenEstimate key={estimateId} estimateId={estimateId}>
      {(opened) => <PriceScreen opened={opened} />}
    </OpenEstimate>
  );
}
