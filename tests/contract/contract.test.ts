// The contract: no operation lacks schema, sentence or help, and what goes wrong has one table for all doors.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exitCode, httpStatus } from '../../src/contract/errors.ts';
import { contract, isOperationName, operationNames } from '../../src/contract/index.ts';
import { date, id, name, offset, path, z } from '../../src/contract/operation.ts';
import { handlers } from '../../src/core/handlers.ts';
import { commands } from '../../src/hosts/cli/commands/index.ts';
import { generalHelp } from '../../src/hosts/cli/help.ts';

const KINDS = ['read', 'change', 'remember', 'workbench'];

describe('an operation', () => {
  it.each(operationNames)('%s has a kind, two schemas that say what they are, a sentence, and a function', (operation) => {
    const { kind, doc, input, output } = contract[operation];
    expect(operation).toMatch(/^[a-z][a-zA-Z]+\.[a-z][a-zA-Z]+$/);
    expect(KINDS).toContain(kind);
    expect(doc).toMatch(/^[A-Z].{10,}\.$/);
    expect(doc.length).toBeLessThan(220);
    // Each can be written down for others: nothing in it is a mere function.
    expect(z.toJSONSchema(input, { io: 'input' })).toMatchObject({ type: 'object', additionalProperties: false });
    expect(z.toJSONSchema(output, { io: 'input' })).toMatchObject(expect.objectContaining({}));
    expect(typeof handlers[operation]).toBe('function');
  });

  it('has no function that belongs to none', () => {
    expect(Object.keys(handlers).sort()).toEqual([...operationNames].sort());
  });

  it('takes no field that it does not know, and answers none', () => {
    const loose = operationNames.filter(
      (operation) => contract[operation].input.safeParse({ ...sampleInput(operation), surprise: 1 }).success,
    );
    expect(loose).toEqual([]);
  });

  it('is listed in the general help with its kind and sentence, and `call` runs it', () => {
    const help = generalHelp(commands);
    for (const operation of operationNames) {
      expect(help).toContain(`${operation} (${contract[operation].kind})`);
      expect(help).toContain(contract[operation].doc);
    }
    expect(commands.find((command) => command.name === 'call')?.operations).toEqual(operationNames);
    for (const command of commands) expect(help).toContain(`${command.name} `.trimEnd());
  });

  it('is known by its own name only', () => {
    for (const own of operationNames) expect(isOperationName(own)).toBe(true);
    for (const other of ['', 'code', 'code.explode', 'constructor', '__proto__', 'hasOwnProperty'])
      expect(isOperationName(other)).toBe(false);
  });
});

/** Some input that fits: the defaults and a value for each field that must be there. */
function sampleInput(operation: (typeof operationNames)[number]): Record<string, unknown> {
  const schema = z.toJSONSchema(contract[operation].input, { io: 'input' }) as {
    required?: string[];
    properties?: Record<string, { type?: string; enum?: unknown[] }>;
  };
  const example = { string: 'x', integer: 1, number: 1, boolean: true, array: [], object: {} };
  return Object.fromEntries(
    (schema.required ?? []).map((field) => [
      field,
      schema.properties?.[field]?.enum?.[0] ?? example[(schema.properties?.[field]?.type ?? 'string') as keyof typeof example],
    ]),
  );
}

describe('what goes wrong', () => {
  const source = readFileSync(new URL('../../src/domain/error.ts', import.meta.url), 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map((match) => match[1]);

  it('has one HTTP status and one exit code for each error code', () => {
    expect(codes.length).toBeGreaterThan(5);
    expect(Object.keys(httpStatus).sort()).toEqual([...codes].sort());
    expect(Object.keys(exitCode).sort()).toEqual([...codes].sort());
    for (const status of Object.values(httpStatus)) expect(status >= 400 && status < 600).toBe(true);
    expect([...new Set(Object.values(exitCode))].sort()).toEqual([2, 4]);
    expect(Object.entries(exitCode).filter(([, exit]) => exit === 2)).toEqual([['invalid-input', 2]]);
  });
});

describe('a field', () => {
  it.each([
    [name, '  Den\n Haag ', 'Den Haag'],
    [name, 'zoe\u0308', 'zoë'],
    [name, 'x'.repeat(200), 'x'.repeat(200)],
    [path, ' A / b ', 'A / b'],
    [date, '2024-02-29', '2024-02-29'],
    [id, 1, 1],
    [offset, 0, 0],
  ])('takes what fits, as it is stored', (schema, given, stored) => expect(schema.parse(given)).toBe(stored));

  it.each([
    [name, ''],
    [name, ' \n '],
    [name, '\0'],
    [name, 'x'.repeat(201)],
    [name, 7],
    [path, '  '],
    [date, '2026-02-29'],
    [date, '2026-2-1'],
    [date, '2026-13-01'],
    [id, 0],
    [id, 1.5],
    [id, '1'],
    [offset, -1],
    [offset, Number.MAX_SAFE_INTEGER + 2],
    [offset, Number.NaN],
  ])('refuses what does not', (schema, given) => expect(schema.safeParse(given).success).toBe(false));
});
