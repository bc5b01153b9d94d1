// A workbook in the plainest way that its format allows, written without a library.
import { deflateRawSync } from 'node:zlib';

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  return remainder;
});

const sumOf = (bytes) => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = remainders[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
};

/** An archive of these parts: bytes by name. */
function archive(parts) {
  const [files, list] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [label, bytes] = [Buffer.from(name), Buffer.from(content)];
    const folded = deflateRawSync(bytes);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4); // folded by deflate
    about.writeUInt32LE(sumOf(bytes), 10);
    about.writeUInt32LE(folded.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(label.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    files.push(Buffer.from('PK\x03\x04'), about, label, folded);
    list.push(Buffer.from('PK\x01\x02\x14\0'), about, place, label);
    at += 4 + about.length + label.length + folded.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(list.length / 4, 4);
  end.writeUInt16LE(list.length / 4, 6);
  end.writeUInt32LE(Buffer.concat(list).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, ...list, Buffer.from('PK\x05\x06'), end]);
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Rows of texts as the XML of a sheet. */
export const xmlOf = (rows) =>
  rows.map((row) => `<row>${row.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('')}</row>`).join('');

/** A workbook with one sheet, by the XML of its rows. */
export const xlsx = (rows) =>
  archive({
    'xl/workbook.xml': '<workbook><sheets><sheet name="a"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  });
