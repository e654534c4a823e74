/** The API versions on offer: three releases a year, v50.0 (Winter '21) to v67.0 (Summer '26). */

const oldest = 50;
const newest = 67;

const seasons = ["Winter", "Spring", "Summer"] as const;

export const apiVersions = Array.from({ length: newest - oldest + 1 }, (_unused, index) => {
  const season = seasons[index % seasons.length];
  const year = 21 + Math.floor(index / seasons.length);
  return {
    label: `${season} '${year}`,
    url: `/services/data/v${oldest + index}.0`,
    version: `${oldest + index}.0`,
  };
});
