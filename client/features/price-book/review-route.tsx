import { Route, Switch, useParams, useSearchParams } from "wouter";
import { OpenPriceBook } from "./open-price-book.tsx";
import { ReviewScreen } from "./review-screen.tsx";
import { VersionScreen } from "./version-screen.tsx";
import { VersionsScreen } from "./versions-screen.tsx";

/** `/price-book/review`, `/price-book/versions` and `/price-book/versions/:versionId`. */
export function ReviewRoute() {
  return (
    <Switch>
      <Route path="/price-book/review">
        <OpenPriceBook>
          <Review />
        </OpenPriceBook>
      </Route>
      <Route path="/price-book/versions">
        <OpenPriceBook>
          <VersionsScreen />
        </OpenPriceBook>
      </Route>
      <Route path="/price-book/versions/:versionId">
        <Version />
      </Route>
    </Switch>
  );
}

function Review() {
  const [search] = useSearchParams();
  const published = search.get("published");
  return <ReviewScreen published={published === null ? null : Number(published)} />;
}

function Version() {
  const { versionId } = useParams();
  return (
    <OpenPriceBook key={versionId} versionId={versionId}>
      <VersionScreen />
    </OpenPriceBook>
  );
}
