// What the window says is read with suspicion: only the five shapes, only plain JSON, only so large and so deep.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toRequest } from '../../electron/requests.ts';

describe('a request', () => {
  it('keeps any plain JSON input as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (input) => {
        expect(toRequest({ kind: 'call', id: '1', name: 'echo', input })).toEqual({
          kind: 'call',
          id: '1',
          name: 'echo',
          input,
          opening: null,
        });
      }),
    );
  });

  it('is never anything but one of six kinds, whatever is said', () => {
    const kinds = fc.constantFrom('call', 'cancel', 'pickProject', 'openWindow', 'saveFile', 'setMenu', 'eval');
    const said = fc.oneof(
      fc.anything(),
      fc.record(
        { kind: kinds, id: fc.anything(), name: fc.anything(), file: fc.anything(), state: fc.anything() },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(said, (given) => {
        const request = toRequest(given);
        if (request === null) return;
        expect(['call', 'cancel', 'pickProject', 'openWindow', 'saveFile', 'setMenu']).toContain(request.kind);
        if (request.kind === 'call' || request.kind === 'cancel') expect(request.id.length).toBeLessThanOrEqual(64);
      }),
    );
  });

  it('drops what it was not asked for', () => {
    expect(toRequest({ kind: 'cancel', id: '1', path: '/etc/passwd' })).toEqual({ kind: 'cancel', id: '1' });
  });

  it.each([
    ['a date', new Date()],
    ['a map', new Map()],
    ['bytes', new Uint8Array(3)],
    ['a function', () => 1],
    ['a class of its own', new (class Own {})()],
    ['a large number', 1n],
  ])('is refused when it holds %s', (_what, input) => {
    expect(toRequest({ kind: 'call', id: '1', name: 'echo', input: { deep: [input] } })).toBeNull();
  });

  it('is measured: text counts two bytes for each unit, keys too', () => {
    const request = (text: string) => ({ kind: 'call', id: '1', name: 'echo', input: text });
    expect(toRequest(request('x'.repeat(100)), 400)).not.toBeNull();
    expect(toRequest(request('x'.repeat(200)), 400)).toBeNull();
    expect(toRequest({ kind: 'call', id: '1', name: 'echo', input: { ['k'.repeat(200)]: 1 } }, 400)).toBeNull();
  });

  it('is refused when it is nested without end', () => {
    const circle: { inner?: unknown } = {};
    circle.inner = circle;
    expect(toRequest({ kind: 'call', id: '1', name: 'echo', input: circle })).toBeNull();
  });
});
