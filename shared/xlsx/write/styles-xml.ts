import type { ColumnFormat } from "./sheet-to-write.ts";
import { MAIN, XML_HEAD } from "./xml-head.ts";

/** Places in `cellXfs` below. */
export const PLAIN = 0;
export const NOTE = 1;
const FIRST_OF_COLUMNS = 2;

/** The styles of a column: the first has no line below, because it goes on beneath the table. */
const ROLES = ["column", "title", "open", "locked"] as const;
type Role = (typeof ROLES)[number];

/** Ids that every spreadsheet knows (ECMA-376, 18.8.30); only dollars need a code of their own. */
const DOLLARS = 164;
const FORMATS: readonly (readonly [ColumnFormat, id: number, side: "left" | "center" | "right"])[] =
  [
    ["text", 49, "left"],
    ["boolean", 0, "center"],
    ["whole", 3, "right"],
    ["decimal", 0, "right"],
    ["dollars", DOLLARS, "right"],
    ["percent", 10, "right"],
    ["long-text", 49, "left"],
  ];

/** The style of a column's title, of its cells, or of the column itself. */
export const styleOf = (format: ColumnFormat, role: Role): number =>
  FIRST_OF_COLUMNS +
  FORMATS.findIndex(([name]) => name === format) * ROLES.length +
  ROLES.indexOf(role);

const font = (size: number, colour: string, before = ""): string =>
  `<font>${before}<sz val="${size}"/><color rgb="FF${colour}"/><name val="Calibri"/><family val="2"/></font>`;

const fill = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;

function xf(format: number, fontId: number, fillId: number, borderId: number, inner = ""): string {
  return (
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" ` +
    `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"` +
    (inner === "" ? "/>" : `>${inner}</xf>`)
  );
}

const align = (horizontal: string, vertical: string, more = ""): string =>
  `<alignment horizontal="${horizontal}" vertical="${vertical}"${more}/>`;
const WRAPPED = ' wrapText="1"';
const INDENTED = ' indent="1"';
const OPEN = '<protection locked="0"/>';

const INK = "1F1B15";
const SOFT_INK = "564E42";

const fonts = [font(11, INK), font(11, INK, "<b/>"), font(9, SOFT_INK, "<i/>"), font(11, SOFT_INK)];
// The first two are the same in every workbook; Excel overwrites whatever else stands there.
const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  fill("DFEAF3"),
  fill("F6F3EC"),
];
const below = (line: string, colour: string): string =>
  `<border><left/><right/><top/><bottom style="${line}"><color rgb="FF${colour}"/></bottom><diagonal/></border>`;
const borders = [
  "<border><left/><right/><top/><bottom/><diagonal/></border>",
  below("medium", "15609F"),
  below("thin", "E4DDCF"),
];

const xfs = [
  xf(0, 0, 0, 0),
  xf(0, 2, 0, 0, align("left", "bottom", `${WRAPPED}${INDENTED}`)),
  ...FORMATS.flatMap(([name, id, side]) => {
    const indent = side === "center" ? "" : INDENTED;
    const aligned = align(side, "center", name === "long-text" ? `${WRAPPED}${indent}` : indent);
    return [
      xf(id, 0, 0, 0, `${aligned}${OPEN}`),
      xf(49, 1, 2, 1, align(side, "center", `${WRAPPED}${indent}`)),
      xf(id, 0, 0, 2, `${aligned}${OPEN}`),
      xf(id, 3, 3, 2, aligned),
    ];
  }),
];

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join("")}</${name}>`;

/** `xl/styles.xml`: the same for every workbook. */
export const STYLES_XML =
  `${XML_HEAD}<styleSheet xmlns="${MAIN}">` +
  list("numFmts", [
    `<numFmt numFmtId="${DOLLARS}" formatCode="&quot;$&quot;#,##0.00;\\-&quot;$&quot;#,##0.00"/>`,
  ]) +
  list("fonts", fonts) +
  list("fills", fills) +
  list("borders", borders) +
  list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
  list("cellXfs", xfs) +
  list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
  "</styleSheet>";
