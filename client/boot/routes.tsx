import { Suspense, useEffect } from "react";
import { Route, Switch } from "wouter";
import { startPricing } from "../chrome/pricing.ts";
import { whenIdle } from "../local/after-paint.ts";
import { lazyScreen } from "./lazy-screen.tsx";
import { NotFound } from "./not-found.tsx";
import { Splash } from "./splash.tsx";

const home = lazyScreen(async () => (await import("../features/home/home-route.tsx")).HomeRoute);
const newEstimate = lazyScreen(
  async () => (await import("../features/customers/new-estimate-route.tsx")).NewEstimateRoute,
);
const editor = lazyScreen(async () => {
  startPricing();
  return (await import("../features/editor/editor-route.tsx")).EditorRoute;
});
const price = lazyScreen(async () => {
  startPricing();
  return (await import("../features/price/price-route.tsx")).PriceRoute;
});
const calculation = lazyScreen(async () => {
  startPricing();
  return (await import("../features/price/calculation-route.tsx")).CalculationRoute;
});
const details = lazyScreen(
  async () => (await import("../features/details/details-route.tsx")).DetailsRoute,
);
const photos = lazyScreen(
  async () => (await import("../features/photos/photos-route.tsx")).PhotosRoute,
);
const history = lazyScreen(
  async () => (await import("../features/history/history-route.tsx")).HistoryRoute,
);
const older = lazyScreen(
  async () => (await import("../features/older/older-route.tsx")).OlderRoute,
);
const conflicts = lazyScreen(
  async () => (await import("../features/conflicts/conflicts-route.tsx")).ConflictsRoute,
);
const sync = lazyScreen(
  async () => (await import("../features/sync-status/sync-route.tsx")).SyncRoute,
);
const crmTasks = lazyScreen(
  async () => (await import("../features/crm-tasks/crm-tasks-route.tsx")).CrmTasksRoute,
);
const settings = lazyScreen(
  async () => (await import("../features/settings/settings-route.tsx")).SettingsRoute,
);
const devices = lazyScreen(
  async () => (await import("../features/devices/devices-route.tsx")).DevicesRoute,
);
const pipeline = lazyScreen(
  async () => (await import("../features/pipeline/pipeline-route.tsx")).PipelineRoute,
);
const storage = lazyScreen(
  async () => (await import("../features/storage/storage-route.tsx")).StorageRoute,
);
const sample = lazyScreen(async () => (await import("./sample-routes.tsx")).SampleRoutes);
const share = lazyScreen(
  async () => (await import("../features/share/share-route.tsx")).ShareRoute,
);
const bookSection = lazyScreen(
  async () => (await import("../features/price-book/price-book-route.tsx")).PriceBookRoute,
);
const wholeBook = lazyScreen(
  async () => (await import("../features/price-book/review-route.tsx")).ReviewRoute,
);
const bookExcel = lazyScreen(
  async () => (await import("../features/price-book/excel/excel-route.tsx")).ExcelRoute,
);

/**
 * Asks for the code of the first screen as soon as it is known that somebody is here: nearly every start of the app is
 * the list of estimates. Settles either way; a screen that cannot be had says so itself when it is rendered.
 */
export const loadFirstScreen = async (): Promise<void> => {
  if (location.pathname === "/") await home.load().catch(() => undefined);
};

/** Every address of the app. `new` and `older` stand before `:estimateId`, which would take it for an id. */
export function Routes() {
  useEffect(loadTheOthersInPeace, []);
  return (
    <Suspense fallback={<Splash />}>
      <Switch>
        <Route path="/" component={home.Screen} />
        <Route path="/estimates/new" component={newEstimate.Screen} />
        <Route path="/estimates/older" component={older.Screen} />
        <Route path="/estimates/:estimateId/photos" component={photos.Screen} />
        <Route path="/estimates/:estimateId/history" component={history.Screen} />
        <Route path="/estimates/:estimateId/conflicts" component={conflicts.Screen} />
        <Route path="/conflicts" component={conflicts.Screen} />
        <Route path="/estimates/:estimateId/salesforce" component={crmTasks.Screen} />
        <Route path="/salesforce" component={crmTasks.Screen} />
        <Route path="/estimates/:estimateId/price" component={price.Screen} />
        <Route path="/estimates/:estimateId/calculation" component={calculation.Screen} />
        <Route path="/estimates/:estimateId/details" component={details.Screen} />
        <Route path="/estimates/:estimateId" component={editor.Screen} />
        <Route path="/estimates/:estimateId/areas/:areaId" component={editor.Screen} />
        <Route path="/estimates/:estimateId/items/:itemId" component={editor.Screen} />
        <Route path="/sample/*?" component={sample.Screen} />
        <Route path="/share" component={share.Screen} />
        <Route path="/sync" component={sync.Screen} />
        <Route path="/settings" component={settings.Screen} />
        <Route path="/settings/devices" component={devices.Screen} />
        <Route path="/pipeline" component={pipeline.Screen} />
        <Route path="/settings/storage" component={storage.Screen} />
        <Route path="/price-book" component={wholeBook.Screen} />
        <Route path="/price-book/excel" component={bookExcel.Screen} />
        <Route path="/price-book/review" component={wholeBook.Screen} />
        <Route path="/price-book/versions" component={wholeBook.Screen} />
        <Route path="/price-book/versions/:versionId" component={wholeBook.Screen} />
        <Route path="/price-book/versions/:versionId/read" component={wholeBook.Screen} />
        <Route path="/price-book/*" component={bookSection.Screen} />
        <Route component={NotFound} />
      </Switch>
    </Suspense>
  );
}

/** Long enough for the first screen to be drawn, on a slow tablet too. */
const PEACE_MS = 3_000;

/**
 * Takes the screens of a job into memory while nobody is waiting, so that the first tap on an estimate
 * opens it at once. Only from a service worker's cache: on a weak signal it would be in the way.
 */
function loadTheOthersInPeace(): (() => void) | undefined {
  if (!("serviceWorker" in navigator) || navigator.serviceWorker.controller === null) return;
  const timer = setTimeout(async () => {
    for (const { load } of [editor, newEstimate, price, details, sync, conflicts, history]) {
      await whenIdle();
      await load().catch(() => undefined);
    }
  }, PEACE_MS);
  return () => clearTimeout(timer);
}
