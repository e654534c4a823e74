import { Route, Switch, useParams } from "wouter";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useBook } from "./book-context.tsx";
import { OpenPriceBook } from "./open-price-book.tsx";
import { SectionScreen } from "./section-screen.tsx";
import { isSection } from "./sections.ts";

/** The sections of the price book and their entries; and the same of an older version, to be read. */
export function PriceBookRoute() {
  return (
    <Switch>
      <Route path="/price-book/versions/:versionId/:section/:list?/:id?">
        <OfVersion />
      </Route>
      <Route path="/price-book/:section/:list?/:id?">
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
  const { b } = useBook();
  const { section = "", list, id } = useParams();
  if (!isSection(section)) return <EmptyState title={b.entryGone} />;
  const path = list === undefined ? null : id === undefined ? list : `${list}/${id}`;
  return <SectionScreen section={section} path={path} />;
}
