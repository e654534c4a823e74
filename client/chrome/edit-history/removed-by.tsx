import { history } from "../../words/history.ts";
import { useSubject } from "../../words/words-provider.tsx";
import { useWhen } from "../use-when.ts";
import type { Removal } from "./removal-of.ts";

type RemovedByProps = {
  /** Null: this tablet does not know. */
  readonly removal: Removal | null;
  /** The server, which knows, could not be asked. */
  readonly hasFailed: boolean;
};

/** Who removed it and when; where only the server knows, that it takes a signal to know. */
export function RemovedBy({ removal, hasFailed }: RemovedByProps) {
  const w = useSubject(history);
  const when = useWhen();
  const words = removal
    ? w.historyRemovedBy(removal.userName, when(removal.at))
    : hasFailed
      ? w.historyRemovedUnknown
      : null;
  return words === null ? null : <span>{words}</span>;
}
