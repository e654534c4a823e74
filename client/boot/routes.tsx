import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { NotFound } from "./not-found.tsx";
import { Splash } from "./splash.tsx";

// Asked for before React has started: nearly every start of the app is the list of estimates.
const homeChunk = import("../features/home/home-route.tsx");
const HomeRoute = lazy(async () => ({ default: (await homeChunk).HomeRoute }));
const NewEstimateRoute = lazy(async () => ({
  default: (await import("../features/customers/new-estimate-route.tsx")).NewEstimateRoute,
}));
const EditorRoute = lazy(async () => ({
  default: (await import("../features/editor/editor-route.tsx")).EditorRoute,
}));
const PriceRoute = lazy(async () => ({
  default: (await import("../features/price/price-route.tsx")).PriceRoute,
}));
const DetailsRoute = lazy(async () => ({
  default: (await import("../features/details/details-route.tsx")).DetailsRoute,
}));
const SyncRoute = lazy(async () => ({
  default: (await import("../features/sync-status/sync-route.tsx")).SyncRoute,
}));
const SettingsRoute = lazy(async () => ({
  default: (await import("../features/settings/settings-route.tsx")).SettingsRoute,
}));

/** Every address of the app. `new` stands before `:estimateId`, which would take it for an id. */
export function Routes() {
  return (
    <Suspense fallback={<Splash />}>
      <Switch>
        <Route path="/" component={HomeRoute} />
        <Route path="/estimates/new" component={NewEstimateRoute} />
        <Route path="/estimates/:estimateId/price" component={PriceRoute} />
        <Route path="/estimates/:estimateId/details" component={DetailsRoute} />
        <Route path="/estimates/:estimateId" component={EditorRoute} />
        <Route path="/estimates/:estimateId/areas/:areaId" component={EditorRoute} />
        <Route path="/sync" component={SyncRoute} />
        <Route path="/settings" component={SettingsRoute} />
        <Route component={NotFound} />
      </Switch>
    </Suspense>
  );
}
