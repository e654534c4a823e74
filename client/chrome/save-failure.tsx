import css from "./save-failure.module.css";
import { SaveProblem } from "./save-problem.tsx";
import { useDrafts } from "./use-typing.ts";

/** A text that is on the screen and not on the disk: why, what is safe, and what to do. */
export function SaveFailure() {
  const drafts = useDrafts();
  const error = drafts.failure();
  if (error === null) return null;
  return (
    <div className={css["failure"]}>
      <SaveProblem error={error} onRetry={drafts.retry} onLetGo={drafts.letGo} />
    </div>
  );
}
