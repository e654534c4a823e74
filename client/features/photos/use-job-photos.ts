import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { JobPhoto, ProjectLink } from "../../../shared/companycam/job-photos.ts";
import { useKeptPhotos } from "../../local/hooks/use-kept-photos.ts";
import {
  askPhotos,
  askProject,
  type PhotosProblem,
  problemOf,
  requestProject,
} from "./ask-photos.ts";

/** While the project is looked for: that takes seconds, and somebody waits. */
const LOOK_MS = 2_000;

export interface JobPhotosView {
  /** Null: no answer yet. */
  readonly link: ProjectLink | null;
  /** Null: no answer yet, or no project. What is here stays when a later question is not answered. */
  readonly photos: readonly JobPhoto[] | null;
  /** CompanyCam does not answer our server; these are from earlier. */
  readonly isStale: boolean;
  readonly hasMore: boolean;
  readonly isAsking: boolean;
  readonly problem: PhotosProblem | null;
  readonly askAgain: () => void;
  readonly askMore: () => void;
  /** Has the project found or made. */
  readonly findProject: () => void;
}

/**
 * The photos of an estimate's job at CompanyCam, by way of its project. Only the server knows them; until it answers, and
 * where it cannot, they are those of the last time.
 */
export function useJobPhotos(estimateId: string): JobPhotosView {
  const queries = useQueryClient();
  const linkKey = ["companycam-project", estimateId];
  const link = useQuery({
    queryKey: linkKey,
    queryFn: ({ signal }) => askProject(estimateId, signal),
    refetchInterval: ({ state }) => (state.data?.state === "waiting" ? LOOK_MS : false),
  });
  const projectId = link.data?.projectId ?? null;
  const pages = useInfiniteQuery({
    queryKey: ["companycam-photos", projectId],
    queryFn: ({ pageParam, signal }) => askPhotos(projectId ?? "", pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: projectId !== null,
  });
  const [wish, setWish] = useState<"none" | "asking" | PhotosProblem>("none");
  const findProject = async (): Promise<void> => {
    setWish("asking");
    try {
      queries.setQueryData(linkKey, await requestProject(estimateId));
      setWish("none");
    } catch (error) {
      setWish(problemOf(error));
    }
  };
  const askAgain = (): void => {
    setWish("none");
    void link.refetch();
    if (projectId !== null) void pages.refetch();
  };
  const error = link.error ?? pages.error;
  const known = useMemo(
    () => (link.data && pages.data ? { link: link.data, pages: pages.data.pages } : null),
    [link.data, pages.data],
  );
  const kept = useKeptPhotos(estimateId, known);
  // What the server says counts, also when it says that there is nothing: only its silence is filled.
  const isSilent = error === null || problemOf(error) === "away";
  const lastTime = link.data?.projectId === null || !isSilent ? null : kept;
  const shown = pages.data?.pages ?? lastTime?.pages;
  return {
    link: link.data ?? lastTime?.link ?? null,
    photos: shown?.flatMap(({ items }) => items) ?? null,
    isStale: shown?.some(({ stale }) => stale) ?? false,
    hasMore: pages.hasNextPage,
    isAsking: link.isFetching || pages.isFetching || wish === "asking",
    problem: error !== null ? problemOf(error) : wish === "none" || wish === "asking" ? null : wish,
    askAgain,
    askMore: () => void pages.fetchNextPage(),
    findProject: () => void findProject(),
  };
}
