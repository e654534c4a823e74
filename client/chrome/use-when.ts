import { useWords } from "../words/words-provider.tsx";

/** "Nov 26, 2026, 9:40 AM"; nothing for a moment that nobody knows. */
export function useWhen(): (at: string | null) => string {
  const { date, time } = useWords();
  return (at) => {
    const ms = Date.parse(at ?? "");
    return Number.isNaN(ms) ? "" : `${date(ms)}, ${time(ms)}`;
  };
}
