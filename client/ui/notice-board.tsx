import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";

/** What one notice of a screen is to the others: the lower, the more it matters that it is read first. */
export const ranks = {
  storageLost: 0,
  privateWindow: 1,
  leaseEnded: 2,
  recordsRemoved: 3,
  textsUnsaved: 4,
  clockBehind: 5,
  leaseEnding: 6,
  othersWaiting: 7,
  nearlyFull: 8,
  update: 9,
  ready: 10,
  install: 11,
  painter: 12,
} as const;

interface Board {
  /** Of the notices that are shown now, in no order. */
  readonly shown: readonly number[];
  readonly show: (rank: number) => () => void;
  readonly above: HTMLElement | null;
  /** With a child for each rank, so that they stand in that order whenever they come. */
  readonly after: HTMLElement | null;
}

/** Null: this screen has a place above only, and everything stands there. */
const BoardContext = createContext<Board | null>(null);

type NoticeBoardProps = {
  readonly above: HTMLElement | null;
  readonly after: HTMLElement | null;
  readonly children: ReactNode;
};

/** Two places for notices: one notice at a time stands above what a screen is for, the others after it. */
export function NoticeBoard({ above, after, children }: NoticeBoardProps) {
  const [shown, setShown] = useState<readonly number[]>([]);
  const [show] = useState(() => (rank: number) => {
    setShown((before) => [...before, rank]);
    return () => setShown((before) => before.toSpliced(before.indexOf(rank), 1));
  });
  const board = useMemo(() => ({ shown, show, above, after }), [shown, show, above, after]);
  return <BoardContext value={board}>{children}</BoardContext>;
}

type NoticeProps = { readonly rank: number; readonly children: ReactNode };

/** Something that a screen has to say, in the place that is its due. */
export function Notice({ rank, children }: NoticeProps) {
  const board = use(BoardContext);
  const show = board?.show;
  useLayoutEffect(() => show?.(rank), [show, rank]);
  if (!board) return children;
  const { shown, above, after } = board;
  const place = Math.min(...shown) === rank ? above : after?.children[rank];
  return place && shown.length > 0 ? createPortal(children, place) : null;
}
