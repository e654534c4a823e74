import { isCurve } from "../../../shared/pricing/book/numbers.ts";
import { reachOf, shapeOf } from "../../../shared/pricing/edit/rate-shape.ts";
import { useWords } from "../../words/words-provider.tsx";
import { useBook } from "./book-context.tsx";
import { curveAt } from "./curve-at.ts";
import css from "./rate-picture.module.css";
import type { PictureOf } from "./forms/form-fields.ts";

export type RatePictureProps = {
  readonly entry: unknown;
  readonly picture: PictureOf;
};

const WIDTH = 480;
const HEIGHT = 170;
const LEFT = 56;
const RIGHT = 16;
const TOP = 16;
const BOTTOM = 30;

/** A number that changes with a quantity, drawn: what a table of steps means is seen at once. */
export function RatePicture({ entry, picture }: RatePictureProps) {
  const { b } = useBook();
  const { number } = useWords();
  const { across, up } = picture;
  const curve = curveAt(entry, picture.at);
  if (curve === null || !isCurve(curve)) return null;
  const reach = reachOf(curve);
  const to = reach > 0 ? reach * 1.35 : 1000;
  const shape = shapeOf(curve, to);
  const most = Math.max(...shape.map(({ y }) => y), 0.000001) * 1.12;
  const x = (value: number) => LEFT + (value / to) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => HEIGHT - BOTTOM - (value / most) * (HEIGHT - TOP - BOTTOM);
  const corners = shape.map((point) => `${x(point.x)},${y(point.y)}`).join(" ");
  const points =
    curve.kind === "steps"
      ? curve.steps.map((step) => ({ at: Number(step.from), value: Number(step.value) }))
      : curve.points.map((point) => ({ at: Number(point.at), value: Number(point.value) }));
  const caption = b.curvePicture(up, across);
  return (
    <figure className={css["picture"]}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        <path className={css["axis"]} d={`M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}`} />
        <polyline className={css["line"]} points={corners} />
        {points.map(({ at, value }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two points may be the same while they are typed
          <g key={index}>
            <circle className={css["dot"]} cx={x(at)} cy={y(value)} r={5} />
            <text className={css["label"]} x={x(at)} y={HEIGHT - 9} textAnchor="middle">
              {number(at, 1)}
            </text>
            <text
              className={css["label"]}
              x={x(at) + 8}
              y={Math.max(TOP, y(value) - 9)}
              textAnchor="start"
            >
              {number(value, 2)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
