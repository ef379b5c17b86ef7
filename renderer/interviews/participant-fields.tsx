// One participant with attributes. A value is kept as soon as its field is left; each is a step that can be undone.

import { useState } from 'react';
import type { Failure } from '../../src/contract/index.ts';
import type { InterviewRow } from '../../src/contract/interview.ts';
import { useChange, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Suggest } from '../parts/suggest.tsx';

type Participant = InterviewRow['participants'][number];

export function ParticipantFields({ participant }: { readonly participant: Participant }) {
  const { t } = useTexts();
  const known = useRead('participant.list', {}).data?.attributes ?? [];
  const update = useChange('participant.update');
  const [taken, setTaken] = useState(false);
  const [adding, setAdding] = useState('');
  const [added, setAdded] = useState<readonly string[]>([]);
  const names = [...new Set([...known.map((attribute) => attribute.name), ...Object.keys(participant.attributes), ...added])];
  const rename = async (name: string) => {
    if (name.trim() === '' || name.trim() === participant.name) return;
    const onFailure = (failure: Failure) => {
      setTaken(failure.code === 'conflict');
      return failure.code === 'conflict';
    };
    if (await update.run({ id: participant.id, name: name.trim() }, { onFailure })) setTaken(false);
  };
  const keep = (attribute: string, value: string) => {
    if ((participant.attributes[attribute] ?? '') !== value.trim())
      void update.run({ id: participant.id, attributes: { [attribute]: value.trim() } });
  };
  const add = () => {
    const name = adding.trim();
    if (name !== '' && !names.includes(name)) setAdded([...added, name]);
    setAdding('');
  };
  return (
    <fieldset className="person">
      <legend>
        <b>{participant.name}</b>
        {participant.speaker ? <span className="t3"> {t('interviews.speaker', { speaker: participant.speaker })}</span> : null}
      </legend>
      {taken ? (
        <p className="field-error" role="alert">
          {t('interviews.participantTaken')}
        </p>
      ) : null}
      <div className="fields3">
        <KeptValue
          label={t('interviews.participantName')}
          value={participant.name}
          suggestions={[]}
          onKeep={(name) => void rename(name)}
        />
        {names.map((name) => (
          <KeptValue
            key={name}
            label={name}
            value={participant.attributes[name] ?? ''}
            suggestions={known.find((attribute) => attribute.name === name)?.values ?? []}
            onKeep={(value) => keep(name, value)}
          />
        ))}
      </div>
      <div className="person-add">
        <input
          className="field-in"
          aria-label={t('interviews.attributeName')}
          placeholder={t('interviews.attributeName')}
          value={adding}
          maxLength={200}
          onChange={(event) => setAdding(event.target.value)}
        />
        <button type="button" className="btn quiet" disabled={adding.trim() === ''} onClick={add}>
          {t('interviews.addAttribute')}
        </button>
      </div>
    </fieldset>
  );
}

type KeptProps = {
  readonly label: string;
  readonly value: string;
  readonly suggestions: readonly string[];
  readonly onKeep: (value: string) => void;
};

function KeptValue({ label, value, suggestions, onKeep }: KeptProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed !== null) onKeep(typed);
    setTyped(null);
  };
  return <Suggest label={label} value={typed ?? value} suggestions={suggestions} onChange={setTyped} onLeave={leave} />;
}
