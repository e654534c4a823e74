import { FieldMark, type FieldMarkProps } from "../../chrome/field-mark.tsx";
import { useEditor } from "./editor-context.tsx";

/** Whether two people disagree about a field of the editor, said at the field. */
export function DisputeMark({ id, field }: Omit<FieldMarkProps, "conflicts">) {
  return <FieldMark conflicts={useEditor().conflicts} id={id} field={field} />;
}
