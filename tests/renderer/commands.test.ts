// @vitest-environment jsdom
// Commands: what the palette offers, what keys are called, and keys of one's own with their conflicts.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choicesFor, type Known } from '../../renderer/commands/choices.ts';
import { conflictOf, makeKeymap, settled, USUAL_KEYS, withKey } from '../../renderer/commands/keymap.ts';
import { keyOf, takenBy } from '../../renderer/commands/keys.ts';
import { commandName } from '../../renderer/commands/names.ts';
import { COMMANDS, commandOf } from '../../renderer/commands/table.ts';
import { ACTS } from '../../renderer/transcript/keys.ts';

const press = (key: string, held = '', mac = false) =>
  keyOf(
    {
      key,
      ctrlKey: held.includes('c'),
      metaKey: held.includes('m'),
      altKey: held.includes('a'),
      shiftKey: held.includes('s'),
    },
    mac,
  );
const command = (id: string) => commandOf(id) ?? expect.unreachable(id);

describe('the table', () => {
  test('names every command in both languages, and each once', () => {
    for (const { id } of COMMANDS)
      for (const language of ['nl', 'en'] as const) expect(commandName(language, id), `${language} ${id}`).not.toBe(id);
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  });

  test('gives no key twice in one place, and none that is taken', () => {
    for (const own of COMMANDS) {
      if (own.fixed) continue;
      for (const key of own.keys) {
        expect(conflictOf({}, own, key)?.id ?? null, `${own.id} ${key}`).toBeNull();
        if (key !== '?') expect(takenBy(key, own.scope !== 'anywhere'), `${own.id} ${key}`).toBeNull();
      }
    }
  });

  test('has an act for each command of the transcript', () => {
    const ids = COMMANDS.filter(({ scope }) => scope === 'transcript').map(({ id }) => id);
    expect(ids.sort()).toEqual(Object.keys(ACTS).sort());
  });
});

describe('the name of a key', () => {
  test('is the same on every keyboard', () => {
    expect(press('Z', 'cs')).toBe('mod+shift+z');
    expect(press('z', 'm', true)).toBe('mod+z');
    expect(press('?', 's')).toBe('?');
    expect(press('{', 'ca')).toBe('{');
    expect(press('[', 's')).toBe('shift+[');
    expect(press('ArrowUp', 'as')).toBe('alt+shift+up');
    expect(press(' ')).toBe('space');
    expect(press('Control', 'c')).toBeNull();
  });
});

describe('keys of one’s own', () => {
  test('take the place of those that came with it, and are taken from who had them', () => {
    const own = withKey({}, command('transcript.memo'), 'c');
    const keymap = makeKeymap(own);
    expect(keymap.commandFor('transcript', 'c')).toBe('transcript.memo');
    expect(keymap.commandFor('transcript', 'm')).toBeNull();
    expect(keymap.keysOf('transcript.pick')).toEqual(['enter']);
    expect(settled({ ...own, 'transcript.memo': ['m'], 'transcript.pick': ['c', 'enter'] })).toEqual({});
  });

  test('meet a command that works anywhere, not one of another pane', () => {
    expect(conflictOf({}, command('transcript.memo'), 'mod+k')?.id).toBe('palette');
    expect(conflictOf({}, command('search'), 'j')?.id).toBe('transcript.next');
    expect(conflictOf({}, command('transcript.memo'), 't')).toBeNull();
  });

  test('whatever is chosen, no key runs two commands in one place', () => {
    const changeable = COMMANDS.filter(({ fixed, scope }) => !fixed && scope === 'transcript');
    const choice = fc.tuple(fc.constantFrom(...changeable), fc.constantFrom('a', 'b', 'c', 'j', 'f9', 'alt+x'));
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 8 }), (choices) => {
        let own = {};
        for (const [one, key] of choices) own = withKey(own, one, key);
        const keymap = makeKeymap(own);
        const used = changeable.flatMap(({ id }) => keymap.keysOf(id));
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });

  test('what the browser, the system and typing need is refused, with the reason', () => {
    expect(takenBy('mod+t', false)).toBe('browser');
    expect(takenBy('alt+f4', false)).toBe('system');
    expect(takenBy('mod+c', true)).toBe('text');
    expect(takenBy('tab', true)).toBe('focus');
    expect(takenBy('x', false)).toBe('letter');
    expect(takenBy('x', true)).toBeNull();
    expect(USUAL_KEYS.shown('palette')).toBe('mod+k');
  });
});

describe('the palette', () => {
  const known: Known = {
    commands: [
      { id: 'history', name: 'Geschiedenis', other: 'History', group: 'Overal' },
      { id: 'settings', name: 'Instellingen', other: 'Settings', group: 'Overal' },
      { id: 'transcript.digit3', name: 'Vastgezette code 3', other: 'Pinned code 3', group: 'Codeer' },
    ],
    recent: ['settings', 'gone'],
    interviews: [
      {
        id: 7,
        name: 'DH-07',
        set: 'Den Haag',
        city: '',
        participants: [{ id: 1, name: 'Samira', speaker: 'Samira', attributes: {} }],
      },
    ],
    codes: [{ id: 4, name: 'vast gezicht', parents: ['Vertrouwen'], path: 'Vertrouwen / vast gezicht', other: 'familiar face' }],
  };
  const names = (typed: string, mode: 'do' | 'go' = 'do') =>
    choicesFor(known, typed, mode).map(({ section, name }) => [section, name]);

  test('shows first what was done last, once, and no digits', () => {
    expect(names('')).toEqual([
      ['recent', 'Instellingen'],
      ['commands', 'Geschiedenis'],
    ]);
  });

  test('finds by either language, and always offers to look in the interviews', () => {
    expect(names('hist')).toEqual([
      ['commands', 'Geschiedenis'],
      ['search', 'hist'],
    ]);
    expect(names('samira')).toEqual([
      ['interviews', 'DH-07'],
      ['search', 'samira'],
    ]);
  });

  test('without a project there are only commands', () => {
    const alone: Known = { ...known, alone: true };
    const found = (typed: string) => choicesFor(alone, typed, 'do').map(({ section, name }) => [section, name]);
    expect(found('settings')).toEqual([['commands', 'Instellingen']]);
    for (const typed of ['samira', '#vast gez', '@sam', ':3']) expect(found(typed)).toEqual([]);
  });

  test('a sign asks for codes, participants or a turn', () => {
    expect(names('#vast gez')).toEqual([['codes', 'vast gezicht']]);
    expect(names('#familiar')).toEqual([['codes', 'vast gezicht']]);
    expect(names('@sam')).toEqual([['participants', 'Samira']]);
    expect(names(': 26')).toEqual([['turn', '26']]);
    expect(names(':0')).toEqual([]);
    expect(names('dh', 'go')).toEqual([['interviews', 'DH-07']]);
  });

  test('never fails, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), fc.constantFrom('do' as const, 'go' as const), (typed, mode) => void names(typed, mode)));
  });
});
