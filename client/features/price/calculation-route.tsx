import { useParams } from "wouter";
import { OpenEstimate } from "../../chrome/open-estimate.tsx";
import { CalculationScreen } from "./calculation-screen.tsx";

/** `/estimates/:estimateId/calculation`. */
export function CalculationRoute() {
  const { estimateId = "" } = useParams();
  return (
    <OpenEstimate key={estimateId} estimateId={estimateId}>
      {(opened) => <CalculationScreen opened={opened} />}
    </OpenEstimate>
  );
}
