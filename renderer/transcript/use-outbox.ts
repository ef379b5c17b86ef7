// Corrections that wait to be sent, one after the other, each for the text that the one before made. What can't be sent now is tried again
// with the next; what the project refuses, because another window was first, is given up, and the text is read again.

import { type RefObject, useCallback, useRef, useState } from 'react';
import type { Failure } from '../../src/contract/index.ts';
import { useChange } from '../client/index.ts';
import type { Correction } from './corrections.ts';
import type { Page } from './model.ts';

export type Outbox = {
  readonly state: 'idle' | 'saving' | 'failed';
  /** Nothing waits: what the project has, is what was typed. */
  readonly isEmpty: boolean;
  /** Starts anew, from this page of the project. */
  readonly begin: (page: Page) => void;
  readonly put: (correction: Correction) => void;
  /** Sends all that waits; answers whether it was done. */
  readonly send: () => Promise<boolean>;
};

type Listener = {
  /** All that waited was done; the project holds the page as it is in `latest`, under this version. */
  readonly onSent: (textVersion: number) => void;
  /** These will not be done: the text is another one by now. */
  readonly onRefused: (given: readonly Correction[]) => void;
};

export function useOutbox(latest: RefObject<{ readonly base: Page }>, listener: Listener): Outbox {
  const words = useChange('interview.correct').run;
  const split = useChange('turn.split').run;
  const join = useChange('turn.join').run;
  const speaker = useChange('turn.setSpeaker').run;
  const [state, setState] = useState<Outbox['state']>('idle');
  const [isEmpty, setEmpty] = useState(true);
  const waiting = useRef<Correction[]>([]);
  const version = useRef(latest.current.base.textVersion);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const listeners = useRef(listener);
  listeners.current = listener;

  const begin = useCallback((page: Page) => {
    if (waiting.current.length === 0) version.current = page.textVersion;
  }, []);
  const put = useCallback((correction: Correction) => {
    waiting.current.push(correction);
    setEmpty(false);
  }, []);

  const ask = useCallback(
    async (correction: Correction, onFailure: (failure: Failure) => boolean): Promise<{ textVersion: number } | null> => {
      const { interviewId } = latest.current.base;
      const text = { interviewId, textVersion: version.current };
      // Undo waits until what was typed has been kept.
      const options = { onFailure, quiet: true, ahead: true };
      switch (correction.kind) {
        case 'words':
          return words({ id: interviewId, textVersion: version.current, splices: [...correction.splices] }, options);
        case 'split':
          return split({ ...text, at: [...correction.at] }, options);
        case 'join':
          return join({ ...text, turn: correction.turn }, options);
        case 'speaker': {
          const answer = await speaker({ ...text, turns: [...correction.turns], speaker: correction.speaker }, options);
          return answer && text;
        }
      }
    },
    [latest, words, split, join, speaker],
  );

  const drain = useCallback(async (): Promise<boolean> => {
    for (let next = waiting.current[0]; next; next = waiting.current[0]) {
      setState('saving');
      let refused = false;
      const answer = await ask(next, (failure) => {
        refused = !LATER.has(failure.code);
        return failure.code === 'conflict';
      });
      if (answer) {
        version.current = answer.textVersion;
        waiting.current.shift();
      } else if (refused) {
        // Those behind it were meant for a text that will not be.
        listeners.current.onRefused(waiting.current.splice(0));
        setEmpty(true);
        setState('idle');
        return false;
      } else {
        setState('failed');
        return false;
      }
    }
    listeners.current.onSent(version.current);
    setEmpty(true);
    setState('idle');
    return true;
  }, [ask]);

  const send = useCallback((): Promise<boolean> => {
    if (waiting.current.length === 0) return running.current;
    running.current = running.current.then(() => (waiting.current.length > 0 ? drain() : true));
    return running.current;
  }, [drain]);

  return { state, isEmpty, begin, put, send };
}

/** What may go well another time. */
const LATER: ReadonlySet<string> = new Set(['internal', 'no-space', 'in-use', 'cancelled']);
