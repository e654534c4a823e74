import { useEffect, useEffectEvent } from "react";

/** Chromium's queue of files that the app was opened with; TypeScript's DOM library does not know it. */
interface LaunchQueue {
  setConsumer(
    consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void,
  ): void;
}

const hasQueue = (it: object): it is { readonly launchQueue: LaunchQueue } => "launchQueue" in it;

/** Takes a workbook that somebody opened with the installed app, from the device's files. */
export function useLaunchedFile(onFile: (file: File) => void): void {
  const take = useEffectEvent(onFile);
  useEffect(() => {
    if (!hasQueue(window)) return;
    window.launchQueue.setConsumer(({ files = [] }) => {
      // A file that has gone meanwhile is chosen again by hand: the screen that does it stands here.
      void files[0]?.getFile().then(take, () => undefined);
    });
  }, []);
}
