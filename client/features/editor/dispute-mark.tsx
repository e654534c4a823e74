import { FieldMark, type FieldMarkProps } from "../../chrome/field-mark.tsx";
import { useGround } from "./editor-context.tsx";

/** Whether two people disagree about a field of the editor, said at the field. */
export function DisputeMark({ id, field }: Omit<FieldMarkProps, "conflicts">) {
  return <FieldMark conflicts={useGround().conflicts} id={id} field={field} />;
}
