// Units without end: a catalogue of communes that are nobody's, and a table of their figures.

export const catalogue = (units) => {
  const lines = Array.from({ length: units }, (_, unit) => `xa-${unit};UBND xã Số ${unit};xã;Cấp xã`);
  return `danh mục;nhieu\ntên danh mục;Nhiều đơn vị\nmã;tên;loại;nhóm\n${lines.join('\n')}\n`;
};

export const table = (units) => {
  const lines = Array.from({ length: units }, (_, unit) => {
    const percent = ((unit * 7919) % 10_000) / 100; // spread over all hundredths
    return `${unit + 1};UBND xã Số ${unit};${percent.toFixed(2).replace('.', ',')}%;${(unit * 31) % 3000}`;
  });
  return `STT;Tên đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\n${lines.join('\n')}\n`;
};
