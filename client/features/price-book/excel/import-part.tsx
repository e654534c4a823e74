import { ChooseFile, type ChooseFileProps } from "../../../ui/choose-file.tsx";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { AlertIcon } from "../../../ui/icons.tsx";
import { List } from "../../../ui/list.tsx";
import { ListRow } from "../../../ui/list-row.tsx";
import { Section } from "../../../ui/section.tsx";
import { TapeProgress } from "../../../ui/tape-progress.tsx";
import {
  MAX_SHEET_FAULTS,
  type SheetFault,
} from "../../../../shared/pricing/sheets/sheet-fault.ts";
import type { WorkbookError } from "../../../../shared/xlsx/read/workbook-error.ts";
import type { ExcelWords } from "../../../words/excel-words.ts";
import { useBook } from "../book-context.tsx";
import css from "./excel.module.css";
import { fileErrorWords } from "./file-error-words.ts";
import { sheetFaultWords } from "./sheet-fault-words.ts";
import type { BookFileState } from "./use-book-file.ts";

/** Some tablets know the ending, some the type. */
const WORKBOOKS = ".xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A button that asks the device for a workbook. */
export const ChooseWorkbook = (props: Pick<ChooseFileProps, "label" | "onFile">) => (
  <ChooseFile accept={WORKBOOKS} {...props} />
);

const progressOf = { opening: 0.1, unpacking: 0.3, reading: 0.6, checking: 0.85 } as const;

type ReadingProps = {
  readonly x: ExcelWords;
  readonly step: Extract<BookFileState, { is: "reading" }>["step"];
};

export function Reading({ x, step }: ReadingProps) {
  const words = {
    opening: x.readingOpen,
    unpacking: x.readingUnpack,
    reading: x.readingRead,
    checking: x.readingCheck,
  };
  return (
    <output className={css["progress"]}>
      <strong>{words[step]}</strong>
      <TapeProgress value={progressOf[step]} />
    </output>
  );
}

type NotReadProps = {
  readonly x: ExcelWords;
  /** Null: the browser could not hand the file out. */
  readonly error: WorkbookError | null;
};

export function NotRead({ x, error }: NotReadProps) {
  const [happened, todo] = error ? fileErrorWords(error, x) : [x.unreadable, x.unreadableTodo];
  return <ErrorNotice happened={happened} safe={x.safe} todo={todo} />;
}

function placeWords({ sheet, cell, column }: SheetFault, x: ExcelWords): string {
  if (cell === "") return sheet;
  return column === "" ? x.place(sheet, cell) : x.placeIn(sheet, cell, column);
}

type RefusedProps = { readonly x: ExcelWords; readonly faults: readonly SheetFault[] };

/** Every cell that has to be put right, in the order of the sheets. */
export function Refused({ x, faults }: RefusedProps) {
  const { b } = useBook();
  const count = faults.length;
  return (
    <Section title={count < MAX_SHEET_FAULTS ? x.refused(count) : x.refusedMany(count)}>
      <p>
        {x.safe} {x.refusedTodo}
      </p>
      <List label={x.refused(count)}>
        {faults.map((fault) => (
          <li key={`${fault.sheet}!${fault.cell} ${fault.code} ${fault.expected}`}>
            <ListRow
              lead={<AlertIcon />}
              title={placeWords(fault, x)}
              detail={sheetFaultWords(fault, x, b)}
            />
          </li>
        ))}
      </List>
    </Section>
  );
}
