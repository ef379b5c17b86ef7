// Projects on this computer: name, last place, folder, when changed. Each opens.

import { useChange } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import type { Workbench } from './project-dialogs.tsx';

export function ProjectList({
  projects,
  onOpened,
}: {
  readonly projects: Workbench['projects'];
  readonly onOpened?: () => void;
}) {
  const { format } = useTexts();
  const open = useChange('workbench.open');
  const run = async (key: string) => {
    if (await open.run({ key })) onOpened?.();
  };
  return (
    <ul className="recent">
      {projects.map((project) => (
        <li key={project.key}>
          <button type="button" disabled={open.pending} onClick={() => void run(project.key)}>
            <span className="rn">{project.name}</span>
            <span className="when num">{format.when(project.changedAt)}</span>
            <span className="place">{spoken(project.place)}</span>
            <span className="where">{lastParts(project.folder)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The place is kept as JSON; older ones may hold something else, which is then left out. */
function spoken(place: string | null): string {
  try {
    const value: unknown = JSON.parse(place ?? '""');
    return typeof value === 'string' ? value : '';
  } catch {
    return place ?? '';
  }
}

/** A whole path is too long for a list; its last two folders say enough. */
function lastParts(folder: string): string {
  const separator = folder.includes('\\') ? '\\' : '/';
  return folder.split(separator).filter(Boolean).slice(-2).join(separator);
}
