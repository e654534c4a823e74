import { useWords } from "../../words/words-provider.tsx";

/** "Nov 26, 2026, 9:40 AM". */
export function useMoment(): (ms: number) => string {
  const { date, time } = useWords();
  return (ms) => `${date(ms)}, ${time(ms)}`;
}
