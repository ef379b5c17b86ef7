// Projects on this computer: name, last place, folder, when changed. Each opens; one whose file is gone says so; each can go off the list.

import { X } from 'lucide-react';
import { useChange } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { IconButton } from '../parts/icon-button.tsx';
import type { Workbench } from './project-dialogs.tsx';

type Project = Workbench['projects'][number];
type Props = {
  readonly projects: readonly Project[];
  readonly onOpened?: () => void;
  /** With a way to take each off the list. */
  readonly forgets?: boolean;
};

export function ProjectList({ projects, onOpened, forgets = false }: Props) {
  const { t } = useTexts();
  const open = useChange('workbench.open');
  const forget = useChange('workbench.forget');
  const run = async (key: string) => {
    if (await open.run({ key })) onOpened?.();
  };
  return (
    <ul className="recent">
      {projects.map((project) => (
        <li key={project.key} className={project.missing ? 'missing' : ''}>
          <button type="button" disabled={open.pending || project.missing} onClick={() => void run(project.key)}>
            <About project={project} />
          </button>
          {forgets ? (
            <IconButton
              small
              icon={X}
              label={t('start.forget', { name: project.name })}
              onPress={() => void forget.run({ key: project.key })}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function About({ project }: { readonly project: Project }) {
  const { t, format } = useTexts();
  return (
    <>
      <span className="rn">{project.name}</span>
      <span className="when num">{project.missing ? t('start.missing') : format.when(project.changedAt)}</span>
      <span className="place">{project.missing ? t('start.missingWhy') : spoken(project.place)}</span>
      <span className="where">{lastParts(project.folder)}</span>
    </>
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
