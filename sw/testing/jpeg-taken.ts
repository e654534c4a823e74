/** The beginning of a JPEG with Exif that says when it was taken. @param zone empty: none. */
export function jpegTaken(taken: string, zone: string, isLittle: boolean): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(160));
  view.setUint32(0, 0xffd8ffe0);
  view.setUint16(4, 4);
  view.setUint16(8, 0xffe1);
  view.setUint16(10, 140);
  view.setUint32(12, 0x45786966);
  const tiff = 18;
  view.setUint16(tiff, isLittle ? 0x4949 : 0x4d4d);
  view.setUint16(tiff + 2, 42, isLittle);
  view.setUint32(tiff + 4, 8, isLittle);
  const entry = (at: number, tag: number, value: number): void => {
    view.setUint16(tiff + at, tag, isLittle);
    view.setUint32(tiff + at + 8, value, isLittle);
  };
  const text = (at: number, letters: string): void => {
    for (let index = 0; index < letters.length; index += 1)
      view.setUint8(tiff + at + index, letters.codePointAt(index) ?? 0);
  };
  view.setUint16(tiff + 8, 1, isLittle);
  entry(10, 0x8769, 26);
  view.setUint16(tiff + 26, zone === "" ? 1 : 2, isLittle);
  entry(28, 0x9003, 60);
  if (zone !== "") entry(40, 0x9011, 82);
  text(60, taken);
  text(82, zone);
  return view.buffer;
}
