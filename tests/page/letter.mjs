// The appendix of the letter of June 2023 as its nine rows stand in print, typing errors included, and the byte forms
// in which an office saves it.
export const header = [
  'STT',
  'Tên đơn vị',
  'Tỷ lệ % tổng chung nhóm số hóa hồ sơ',
  'Ghi chú',
  'Kết quả chứng thực điện tử bản sao tư bản chính từ 01/01/2020 đến ngày 05/6/2023 (hồ sơ đã hoàn thành)',
  'Ghi chú',
];

export const rows = [
  ['1', 'UBND huyện Bảo Yên', '72,3%', '', '366', 'Quá thấp'],
  ['2', 'UBND huyện Bảo Thắng', '68,9%', '', '1.343', ''],
  ['3', 'UBND TP Lào Cai', '58,6%', '', '2.919', ''],
  ['4', 'UBND huyện Sa Pa', '56,9%', '', '1.112', ''],
  ['5', 'UBND huyện Si Ma Cai', '53,9%%', '', '546', 'Quá thấp'],
  ['6', 'UBND huyện Bát Xát', '53,1%', '', '1.945', ''],
  ['7', 'UBND huyện Mường Khương', '49,5%', 'Thấp', '2.486', ''],
  ['8', 'UBND huyện Văn Bàn', '49%', 'Thấp', '678', 'Quá thấp'],
  ['9', 'UBND huyện Bắc Hà', '48,1%', 'Thấp', '426', 'Quá thấp'],
];

/** What the page shows of them: the same, but for one sign of percent at Si Ma Cai and the names of the catalogue. */
export const ranking = [
  ['bao-yen', '1', 'UBND huyện Bảo Yên', '72,3%', '', '366', 'Quá thấp'],
  ['bao-thang', '2', 'UBND huyện Bảo Thắng', '68,9%', '', '1.343', ''],
  ['tp-lao-cai', '3', 'UBND thành phố Lào Cai', '58,6%', '', '2.919', ''],
  ['sa-pa', '4', 'UBND thị xã Sa Pa', '56,9%', '', '1.112', ''],
  ['si-ma-cai', '5', 'UBND huyện Si Ma Cai', '53,9%', '', '546', 'Quá thấp'],
  ['bat-xat', '6', 'UBND huyện Bát Xát', '53,1%', '', '1.945', ''],
  ['muong-khuong', '7', 'UBND huyện Mường Khương', '49,5%', 'Thấp', '2.486', ''],
  ['van-ban', '8', 'UBND huyện Văn Bàn', '49%', 'Thấp', '678', 'Quá thấp'],
  ['bac-ha', '9', 'UBND huyện Bắc Hà', '48,1%', 'Thấp', '426', 'Quá thấp'],
];

export const ids = ranking.map(([id]) => id);

/** A table as text, one row a line; by default the letter's. */
export const table = (separator, lines = [header, ...rows]) => lines.map((cells) => cells.join(separator) + '\r\n').join('');

/** The text in the bytes of a spreadsheet's «Unicode text». */
export const utf16le = (text) => Buffer.from(`\ufeff${text}`, 'utf16le');

/** The text in UTF-8 with the mark that Excel puts before it. */
export const utf8Marked = (text) => Buffer.from(`\ufeff${text}`, 'utf8');
