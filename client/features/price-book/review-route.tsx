import type { ReactNode } from "react";
import { Route, Switch, useParams, useSearchParams } from "wouter";
import { HomeScreen } from "./home-screen.tsx";
import { OpenPriceBook } from "./open-price-book.tsx";
import { ReviewScreen } from "./review-screen.tsx";
import { VersionScreen } from "./version-screen.tsx";
import { VersionsScreen } from "./versions-screen.tsx";

/** The price book as a whole: `/price-book`, its review, its versions, and one of them. */
export function ReviewRoute() {
  return (
    <Switch>
      <Route path="/price-book">
        <OpenPriceBook>
          <HomeScreen />
        </OpenPriceBook>
      </Route>
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
        <Version>
          <VersionScreen />
        </Version>
      </Route>
      <Route path="/price-book/versions/:versionId/read">
        <Version>
          <HomeScreen />
        </Version>
      </Route>
    </Switch>
  );
}

function Review() {
  const [search] = useSearchParams();
  const published = search.get("published");
  return <ReviewScreen published={published === null ? null : Number(published)} />;
}

function Version({ children }: { readonly children: ReactNode }) {
  const { versionId } = useParams();
  return (
    <OpenPriceBook key={versionId} versionId={versionId}>
      {children}
    </OpenPriceBook>
  );
}
