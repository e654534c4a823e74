import { createRandom } from "../../common/random.ts";
import { type Colour, encodePng } from "./png.ts";

/** What a photo is served as; CompanyCam has the same again with annotations. */
export const renditions = ["original", "web", "thumbnail"] as const;
export type Rendition = (typeof renditions)[number];

/** Pixels across; pictures are four to three. */
const widths: Readonly<Record<Rendition, number>> = { original: 360, web: 240, thumbnail: 120 };

const walls: readonly Colour[] = [
  [222, 214, 200],
  [196, 210, 205],
  [226, 205, 190],
  [205, 214, 226],
  [214, 222, 196],
  [232, 222, 180],
];
const floors: readonly Colour[] = [
  [140, 105, 75],
  [110, 100, 95],
  [165, 135, 100],
];
const PAINT: readonly Colour[] = [
  [60, 110, 130],
  [150, 70, 60],
  [70, 120, 80],
  [90, 80, 130],
];

/** A room with a window and a wall that is half painted: what a painter's photo shows. The same seed, the same bytes. */
export function drawRoom(seed: number, rendition: Rendition): Buffer {
  const random = createRandom(seed);
  const wall = random.pick(walls);
  const floor = random.pick(floors);
  const paint = random.pick(PAINT);
  const paintedTo = 0.3 + random.next() * 0.5;
  const windowAt = 0.15 + random.next() * 0.4;
  const width = widths[rendition];
  const height = (width * 3) / 4;
  const white: Colour = [248, 248, 244];
  const sky: Colour = [170, 205, 235];
  return encodePng(width, height, [wall, floor, paint, white, sky], (pixelX, pixelY) => {
    const [x, y] = [pixelX / width, pixelY / height];
    if (y > 0.8) return 1;
    if (y > 0.76) return 3;
    const [across, down] = [Math.abs(x - windowAt - 0.12), Math.abs(y - 0.32)];
    if (across < 0.12 && down < 0.18)
      return across > 0.105 || down > 0.16 || across < 0.006 || down < 0.008 ? 3 : 4;
    return x < paintedTo + 0.02 * Math.sin(y * 23) ? 2 : 0;
  });
}
