// The address of our one page. Everything that asks "is this ours?" asks it here.

export const scheme = 'app';
export const startUrl = 'app://workbench/';

/** True for the page itself and its files. */
export function isOurs(url: string): boolean {
  return url.startsWith(startUrl);
}
