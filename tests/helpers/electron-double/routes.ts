// What the page of the double may have from outside: what the app's own handlers answer, and no permission of the browser.

import type { Browser, Frame, Page, Request } from 'playwright-core';
import { toHost } from './addresses.ts';
import { type Ask, type ToMain, unlessEnded } from './wire.ts';

/** `loading`: the address that the host itself is loading, about which nobody is asked. */
export type Seen = { readonly blocked: string[]; readonly strays: string[]; loading: string };

/** The host grants nothing (session.ts sees to that), so the page of this browser gets nothing either: no clipboard but by keys. It lasts as long as the session. */
export async function denyPermissions(browser: Browser, page: Page): Promise<void> {
  const inPage = await page.context().newCDPSession(page);
  const { browserContextId } = (await inPage.send('Target.getTargetInfo')).targetInfo;
  const session = await browser.newBrowserCDPSession();
  const clipboard = [false, true].map((allowWithoutSanitization) => ({ name: 'clipboard-write', allowWithoutSanitization }));
  for (const permission of [...clipboard, { name: 'clipboard-read' }, { name: 'geolocation' }, { name: 'notifications' }]) {
    await session.send('Browser.setPermission', {
      permission,
      setting: 'denied',
      ...(browserContextId ? { browserContextId } : {}),
    });
  }
  await inPage.detach();
}

/** Every request of every frame goes to the app's own handlers; what they let out is refused here, and noted. */
export async function routeRequests(page: Page, main: Ask<ToMain>, seen: Seen, window: number): Promise<void> {
  await page.context().route('**/*', async (route) => {
    const request = route.request();
    const url = toHost(request.url());
    const isLoad = request.url() === seen.loading;
    seen.loading = '';
    if (request.isNavigationRequest() && !isLoad && !(await mayNavigate(page, main, request))) return route.abort('aborted');
    const response = await unlessEnded(main('fetch', { url, method: request.method(), headers: {} }), { kind: 'blocked' });
    if (response.kind === 'answer') {
      return route.fulfill({ status: response.status, headers: response.headers, body: Buffer.from(response.body) });
    }
    (response.kind === 'blocked' ? seen.blocked : seen.strays).push(url);
    return route.abort('blockedbyclient');
  });
  page.on('framenavigated', async (frame) => {
    if (frame === page.mainFrame())
      await unlessEnded(main('pageEvent', { name: 'did-navigate', url: toHost(frame.url()), window }), undefined);
  });
  page.on('popup', (popup) => popup.close());
}

/** A request of a page that is not ours is that of a window someone tries to open. */
async function mayNavigate(page: Page, main: Ask<ToMain>, request: Request): Promise<boolean> {
  const url = toHost(request.url());
  const frame = page.frames().find((known) => known === frameOf(request));
  return unlessEnded(frame ? main('mayNavigate', { url, isMainFrame: frame === page.mainFrame() }) : main('mayOpen', url), false);
}

/** Playwright throws for the first request of a new window, whose frame is not there yet. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}
