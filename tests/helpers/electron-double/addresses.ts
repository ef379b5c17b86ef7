// Chromium knows no app:// scheme before Electron teaches it, so the double's page lives at an https address that leads nowhere, and
// every address is translated on its way to the host and back.

const suffix = '.app.invalid';

/** `app://workbench/x` → `https://workbench.app.invalid/x`. */
export function toBrowser(url: string): string {
  const { protocol, host, pathname, search } = new URL(url);
  return protocol === 'app:' ? `https://${host}${suffix}${pathname}${search}` : url;
}

/** And back; any other address stays as it is. */
export function toHost(url: string): string {
  const { protocol, host, pathname, search } = new URL(url);
  return protocol === 'https:' && host.endsWith(suffix) ? `app://${host.slice(0, -suffix.length)}${pathname}${search}` : url;
}
