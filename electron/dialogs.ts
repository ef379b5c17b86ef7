// The system's own dialogs. Here the person picks files; their paths go to the core or to the disk, never to the window.

import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import {
  app,
  type BrowserWindow,
  dialog,
  type FileFilter,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron';
import type { Answer, FileToSave, Saved } from '../src/contract/door.ts';
import { toFileName, writeFileSafely } from '../src/core/files.ts';
import { DraadError } from '../src/domain/error.ts';
import type { Core } from '../src/hosts/core.ts';
import type { Words } from './words.ts';

export type Dialogs = {
  readonly pickProject: () => Promise<Answer>;
  readonly saveFile: (file: FileToSave) => Promise<Saved>;
  /** For a project opened from outside the window: a double click on a file. */
  readonly openProject: (path: string) => Promise<void>;
  readonly tellNotOpened: (why: string) => Promise<void>;
  /** When there is no core any more; of one that was restarted the page tells. */
  readonly tellGone: () => Promise<void>;
};

/** `front`: the window they belong to. Without one they stand by themselves. */
export function makeDialogs(front: () => BrowserWindow | undefined, core: Core, words: () => Words): Dialogs {
  const ask = {
    message: (options: MessageBoxOptions) => {
      const window = front();
      return window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options);
    },
    open: (options: OpenDialogOptions) => {
      const window = front();
      return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options);
    },
    save: (options: SaveDialogOptions) => {
      const window = front();
      return window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options);
    },
  };
  const tellWrong = (message: string, detail: string) =>
    ask.message({ type: 'error', message, detail, buttons: [words().ok], noLink: true });
  return {
    async pickProject() {
      const { pickTitle, project } = words();
      const { canceled, filePaths } = await ask.open({
        title: pickTitle,
        properties: ['openFile'],
        filters: [{ name: project, extensions: ['draad'] }],
      });
      const [path] = filePaths;
      return canceled || path === undefined ? nothingPicked : core.open(path);
    },

    async saveFile(file) {
      const defaultPath = join(documents(), toFileName(file.name));
      const { canceled, filePath } = await ask.save({ defaultPath, filters: filtersFor(file.mime) });
      if (canceled || !filePath) return { saved: false, where: null };
      try {
        writeFileSafely(filePath, 'text' in file ? file.text : Buffer.from(file.base64, 'base64'));
        return { saved: true, where: basename(filePath) };
      } catch (error) {
        await tellWrong(words().notSaved, error instanceof DraadError ? error.message : String(error));
        return { saved: false, where: null };
      }
    },

    async openProject(path) {
      const answer = await core.open(path);
      if (!answer.ok) await tellWrong(words().notOpened, answer.error.message);
    },

    async tellNotOpened(why) {
      await tellWrong(words().notOpened, why);
    },

    async tellGone() {
      await tellWrong(words().coreLost, words().coreGone);
    },
  };
}

const nothingPicked: Answer = { ok: false, error: { code: 'cancelled', message: 'No file was picked.' } };

function documents(): string {
  try {
    return app.getPath('documents');
  } catch {
    return homedir(); // a Linux without the folder that others call Documents
  }
}

function filtersFor(mime: string): FileFilter[] {
  const extension = {
    'text/html': 'html',
    'text/csv': 'csv',
    'image/svg+xml': 'svg',
    'image/png': 'png',
    'application/json': 'json',
    'text/plain': 'txt',
  }[mime.split(';', 1)[0] ?? ''];
  return extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : [];
}
