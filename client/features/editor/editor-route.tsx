import { useParams } from "wouter";
import { OpenEstimate } from "../../chrome/open-estimate.tsx";
import { EditorScreen } from "./editor-screen.tsx";

/** `/estimates/:estimateId` and `/estimates/:estimateId/areas/:areaId`. */
export function EditorRoute() {
  const { estimateId = "", areaId = null } = useParams();
  return (
    <OpenEstimate key={estimateId} estimateId={estimateId}>
      {(opened) => <EditorScreen opened={opened} areaId={areaId} />}
    </OpenEstimate>
  );
}
