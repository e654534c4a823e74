import type { ReactNode } from "react";
import { Redirect, Route, Switch } from "wouter";
import { lazyPart } from "../chrome/lazy-part.ts";
import { startPricing } from "../chrome/pricing.ts";
import { lazyScreen } from "./lazy-screen.tsx";
import { Splash } from "./splash.tsx";

const outside = lazyScreen(
  async () => (await import("../features/sample/sample-route.tsx")).SampleRoute,
);
const attempt = lazyScreen(
  async () => (await import("../features/sample/sample-try-route.tsx")).SampleTryRoute,
);
const ground = lazyPart<{ readonly children: ReactNode }>(
  async () => (await import("../features/sample/sample-ground.tsx")).SampleGround,
  Splash,
);
const editor = lazyScreen(
  async () => (await import("../features/editor/editor-route.tsx")).EditorRoute,
);
const price = lazyScreen(
  async () => (await import("../features/price/price-route.tsx")).PriceRoute,
);
const calculation = lazyScreen(
  async () => (await import("../features/price/calculation-route.tsx")).CalculationRoute,
);
const details = lazyScreen(
  async () => (await import("../features/details/details-route.tsx")).DetailsRoute,
);

/**
 * The addresses of the sample: the screens of an estimate that work without the server, on a ground of their own. Any
 * other one leads to the sample from outside.
 */
export function SampleRoutes() {
  startPricing();
  return (
    <Switch>
      <Route path="/sample" component={outside.Screen} />
      <Route path="/sample/try" component={attempt.Screen} />
      <Route path="/sample/estimates/*">
        <ground.Part>
          <Switch>
            <Route path="/estimates/:estimateId" component={editor.Screen} />
            <Route path="/estimates/:estimateId/areas/:areaId" component={editor.Screen} />
            <Route path="/estimates/:estimateId/items/:itemId" component={editor.Screen} />
            <Route path="/estimates/:estimateId/price" component={price.Screen} />
            <Route path="/estimates/:estimateId/calculation" component={calculation.Screen} />
            <Route path="/estimates/:estimateId/details" component={details.Screen} />
            <Redirect to="/" replace />
          </Switch>
        </ground.Part>
      </Route>
      <Redirect to="/sample" replace />
    </Switch>
  );
}
