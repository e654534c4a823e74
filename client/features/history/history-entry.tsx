import { history } from "../../words/history.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./history-entry.module.css";
import { type HistoryLine, historyLines, type HistorySpeech } from "./history-lines.ts";
import type { ToldEdit } from "../../chrome/edit-history/told-edits.ts";

type HistoryEntryProps = { readonly edit: ToldEdit; readonly speech: HistorySpeech };

/** Lines of one edit that are read; a house that was cloned has hundreds. */
const MOST_LINES = 6;

/** Who did what, and how far it has come. */
export function HistoryEntry({ edit, speech }: HistoryEntryProps) {
  const { time } = useWords();
  const w = useSubject(history);
  // Two alike, as of two doors that were removed, are read as one.
  const lines = [
    ...new Map(historyLines(edit, speech).map((line) => [JSON.stringify(line), line])),
  ];
  if (lines.length === 0) return null;
  const at = Date.parse(edit.at);
  const standing = {
    here: w.historyHere,
    sent: w.historySent,
    "on-server": "",
    conflict: w.historyConflict,
    rejected: w.historyRejected,
  }[edit.standing];
  const verb =
    edit.name === "edit.undo" ? w.historyUndid : edit.name === "edit.redo" ? w.historyRedid : "";
  return (
    <li className={css["entry"]}>
      <span className={css["time"]}>{Number.isNaN(at) ? "" : time(at)}</span>
      <div className={css["what"]}>
        <p className={css["who"]}>
          <strong>{edit.userName}</strong>
          {verb === "" ? null : <span className={css["soft"]}>{verb}</span>}
        </p>
        <ul className={css["lines"]}>
          {lines.slice(0, MOST_LINES).map(([key, line]) => (
            <li key={key}>
              <Line line={line} />
            </li>
          ))}
        </ul>
        {lines.length > MOST_LINES ? (
          <p className={css["soft"]}>{w.historyMoreLines(lines.length - MOST_LINES)}</p>
        ) : null}
        {standing === "" ? null : (
          <p className={css["soft"]} data-standing={edit.standing}>
            {standing}
          </p>
        )}
      </div>
    </li>
  );
}

function Line({ line: { place, what, from, to } }: { readonly line: HistoryLine }) {
  return (
    <span className={css["line"]}>
      <span>{[place, what].filter((part) => part !== "").join(" · ")}</span>
      {to === null ? null : (
        <span className={css["values"]}>
          {from === null ? null : (
            <>
              <del>{from}</del> <span aria-hidden="true">→</span>{" "}
            </>
          )}
          <ins>{to}</ins>
        </span>
      )}
    </span>
  );
}
