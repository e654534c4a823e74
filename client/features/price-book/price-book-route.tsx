import { Route, Switch, useParams } from "wouter";
import { HomeScreen } from "./home-screen.tsx";
import { OpenPriceBook } from "./open-price-book.tsx";
import { SectionScreen } from "./section-screen.tsx";
import { isSection } from "./sections.ts";

/** `/price-book`, its sections and their entries; and the same of an older version, to be read. */
export function PriceBookRoute() {
  return (
    <Switch>
      <Route path="/price-book/versions/:versionId/read">
        <OfVersion />
      </Route>
      <Route path="/price-book/versions/:versionId/:section/:list?/:id?">
        <OfVersion />
      </Route>
      <Route path="/price-book/:section?/:list?/:id?">
        <OpenPriceBook>
          <Page />
        </OpenPriceBook>
      </Route>
    </Switch>
  );
}

function OfVersion() {
  const { versionId } = useParams();
  return (
    <OpenPriceBook key={versionId} versionId={versionId}>
      <Page />
    </OpenPriceBook>
  );
}

function Page() {
  const { section = "", list, id } = useParams();
  if (!isSection(section)) return <HomeScreen />;
  const path = list === undefined ? null : id === undefined ? list : `${list}/${id}`;
  return <SectionScreen section={section} path={path} />;
}
