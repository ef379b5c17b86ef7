// Makes RTF as word processors write it.

/** An .rtf with these paragraphs; a line break or tab inside one becomes RTF's own. */
export function makeRtf(paragraphs: readonly string[]): Uint8Array {
  return rtfWithBody(paragraphs.map((text) => `\\pard\\plain\\f0 ${escapeRtf(text)}\\par\n`).join(''));
}

/** An .rtf with this body, between what a word processor writes around it. The body is a character per byte. */
export function rtfWithBody(body: string): Uint8Array {
  return Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\froman\\fcharset204 Times New Roman Cyr;}{\\f2\\fcharset128 MS Mincho;}}\n` +
      `{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}}{\\info{\\title geheim}{\\upr{\\author een}{\\*\\ud{\\author twee}}}}{\\*\\generator Iets;}\\uc1\n${body}}\n`,
    'latin1',
  );
}

export function escapeRtf(text: string): string {
  return Array.from(text.split(''), (unit) => {
    const code = unit.charCodeAt(0);
    if (unit === '\n') return '\\line ';
    if (unit === '\t') return '\\tab ';
    if ('\\{}'.includes(unit)) return `\\${unit}`;
    return code < 0x80 ? unit : `\\u${code > 32767 ? code - 65536 : code}?`;
  }).join('');
}

/** A table of rows of cell texts; a line break in a cell begins a new paragraph. */
export function rtfTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `\\pard\\intbl ${text.split('\n').map(escapeRtf).join('\\par ')}\\cell `;
  return rows.map((row) => `\\trowd\\trgaph70\\cellx2000\\cellx4000 ${row.map(cell).join('')}\\row\n`).join('');
}
