import { saveWords } from "./save-problem.tsx";
import type { SaveResult } from "../local/save-result.ts";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/words-provider.tsx";

/** Says why an edit was not saved; what is saved shows itself. Resolves with the result. */
export function useSay() {
  const { t } = useWords();
  const { show } = useToast();
  return async <T>(saving: Promise<SaveResult<T>>): Promise<SaveResult<T>> => {
    const result = await saving;
    if (!result.ok) show({ text: saveWords(result.error.code, t).join(" ") });
    return result;
  };
}
