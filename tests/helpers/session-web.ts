// The workbench in a browser, served by the loopback host.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWebHost } from '../../src/hosts/web/host.ts';
import { type Opened, type Opening, project, startBrowser } from './session.ts';

export async function openInBrowser({ home, project: file, language = 'nl', browser, onPage }: Opening): Promise<Opened> {
  const host = await openWebHost({
    folders: { projects: join(home, 'projects'), settings: join(home, 'settings'), sample: join(project, 'fixtures/') },
    ...(file ? { begin: (core) => core.open(file) } : {}),
  });
  if (host.begun && !host.begun.ok) throw new Error(`The project could not be opened: ${host.begun.error.message}`);
  const running = browser ?? (await startBrowser());
  const context = await running.newContext({
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Amsterdam',
  });
  const page = await context.newPage();
  onPage(page);
  const strays: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(host.url).origin) && !request.url().startsWith('blob:')) strays.push(request.url());
  });
  await page.goto(host.url);
  return {
    page,
    callText: (name, input, opening) => page.evaluate(callFromPage, [name, input, opening]),
    async another(action) {
      const [next] = await Promise.all([context.waitForEvent('page'), action()]);
      onPage(next);
      await next.waitForLoadState();
      return next;
    },
    async saving(action) {
      const [download] = await Promise.all([page.waitForEvent('download'), action()]);
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
    },
    async close() {
      await (browser ? context.close() : running.close());
      await host.close();
      if (strays.length > 0) throw new Error(`The page went out to the network: ${strays.join(', ')}`);
    },
  };
}

/** Runs in the page: asks for the key and calls, by the server's two routes. */
async function callFromPage([name, input, opening]: unknown[]): Promise<string> {
  const post = (path: string, key: string, body: unknown) =>
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-draad-token': key },
      body: JSON.stringify(body),
    });
  const { token } = (await (await post('/session', '', {})).json()) as { token: string };
  return (await post('/call', token, { id: crypto.randomUUID(), name, input, opening })).text();
}
