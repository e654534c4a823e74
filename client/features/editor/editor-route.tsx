import { useParams } from "wouter";
import { OpenEstimate } from "../../chrome/open-estimate.tsx";
import { EditorScreen } from "./editor-screen.tsx";

/** `/estimates/:estimateId`, and under it `/areas/:areaId` and `/items/:itemId`. */
export function EditorRoute() {
  const { estimateId = "", areaId = null, itemId = null } = useParams();
  return (
    <OpenEstimate key={estimateId} estimateId={estimateId}>
      {(opened) => <EditorScreen opened={opened} areaId={areaId} itemId={itemId} />}
    </OpenEstimate>
  );
}
