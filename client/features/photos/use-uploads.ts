import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Upload } from "../../../shared/companycam/uploads.ts";
import { askUploads, type PhotosProblem, problemOf, retryUpload } from "./ask-photos.ts";

/** While CompanyCam fetches one: that takes seconds, and somebody may wait to see it. */
const LOOK_MS = 5_000;

export interface UploadsView {
  /** Those that CompanyCam has not taken. */
  readonly failed: readonly Upload[];
  /** How many are on their way there. */
  readonly onTheirWay: number;
  /** Why the last try to send one again came to nothing. */
  readonly problem: PhotosProblem | null;
  readonly tryAgain: (id: string) => void;
}

/**
 * Photos of a project that have left every tablet and are not at CompanyCam. Only the server knows of them: where it does
 * not answer, nothing is said.
 *
 * @param projectId null: none is known, and nothing is on its way there.
 */
export function useUploads(projectId: string | null): UploadsView {
  const [problem, setProblem] = useState<PhotosProblem | null>(null);
  const asked = useQuery({
    queryKey: ["companycam-uploads"],
    queryFn: ({ signal }) => askUploads(signal),
    enabled: projectId !== null,
    refetchInterval: ({ state }) =>
      state.data?.uploads.some((upload) => upload.state !== "failed") ? LOOK_MS : false,
  });
  const uploads = asked.data?.uploads.filter((upload) => upload.projectId === projectId) ?? [];
  const failed = uploads.filter(({ state }) => state === "failed");
  const tryAgain = async (id: string): Promise<void> => {
    try {
      await retryUpload(id);
      setProblem(null);
    } catch (error) {
      setProblem(problemOf(error));
    }
    await asked.refetch();
  };
  return {
    failed,
    onTheirWay: uploads.length - failed.length,
    problem,
    tryAgain: (id) => void tryAgain(id),
  };
}
