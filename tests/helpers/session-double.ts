// The workbench under the double of Electron.

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startDouble } from './electron-double/driver.ts';
import { callDesktop, nameIn, type Opened, type Opening, project, readSaved } from './session.ts';

export async function openInDouble({ home, project: file, language = 'nl', browser, onPage }: Opening): Promise<Opened> {
  const double = await startDouble({
    main: join(project, 'dist', 'electron', 'main.mjs'),
    home,
    locale: language,
    argv: file ? [file] : [],
    onPage,
    ...(browser ? { browser } : {}),
  });
  return {
    page: double.page,
    callText: callDesktop(double.page),
    async another(action) {
      const known = double.pages.length;
      await action();
      for (let tries = 0; tries < 200; tries++) {
        const next = double.pages[known];
        if (next) return next;
        await pause(50);
      }
      throw new Error('No window was opened');
    },
    async saving(action) {
      const path = join(home, randomUUID());
      double.answerDialog({ canceled: false, filePath: path });
      await action();
      const text = await readSaved(path);
      const asked = double.dialogs.at(-1)?.options as { defaultPath: string } | undefined;
      return { name: nameIn(asked?.defaultPath ?? ''), text };
    },
    async close() {
      const code = await double.close();
      if (code !== 0) throw new Error(`The main process ended with ${code}:\n${double.errors()}`);
      if (double.strays.length > 0) throw new Error(`The app went out to the network: ${double.strays.join(', ')}`);
    },
  };
}
