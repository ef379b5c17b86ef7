// The code pages of RTF: a document has one (`\ansicpg1252`, `\mac`), and a font may have its own (`\fcharset238`).

/** Encodings by `\ansicpg` number, as the platform names them. Pages it does not know are read as Western European. */
const BY_PAGE: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  65001: 'utf-8',
};

const PAGE_OF_CHARSET: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** The encoding of a code page. */
export function encodingOfPage(page: number): string {
  return BY_PAGE[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252');
}

/** The encoding of a font with this character set; null when it follows the document. */
export function encodingOfCharset(charset: number): string | null {
  const page = PAGE_OF_CHARSET[charset];
  return page === undefined ? null : encodingOfPage(page);
}

const decoders = new Map<string, TextDecoder>();

export function decodeBytes(bytes: readonly number[], encoding: string): string {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, decoder);
  return decoder.decode(Uint8Array.from(bytes));
}
