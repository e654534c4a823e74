import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import { type PipelineEstimate, readPipeline } from "../queries/pipeline.ts";

/** What became of the estimates that were made since an instant; `undefined` until it was read. */
export function usePipeline(since: string): readonly PipelineEstimate[] | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => readPipeline(local, since), [since]);
}
