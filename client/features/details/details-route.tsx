import { useParams } from "wouter";
import { OpenEstimate } from "../../chrome/open-estimate.tsx";
import { DetailsScreen } from "./details-screen.tsx";

/** `/estimates/:estimateId/details`. */
export function DetailsRoute() {
  const { estimateId = "" } = useParams();
  return (
    <OpenEstimate key={estimateId} estimateId={estimateId}>
      {(opened) => <DetailsScreen opened={opened} />}
    </OpenEstimate>
  );
}
