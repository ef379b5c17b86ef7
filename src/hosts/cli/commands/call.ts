// rode-draad call: any operation of the contract.

import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { isOperationName, operationNames } from '../../../contract/index.ts';
import { createEngine } from '../../../core/engine.ts';
import { DraadError } from '../../../domain/error.ts';
import { type Command, effectsFor, unwrap } from '../command.ts';

export const callCommand: Command = {
  name: 'call',
  doc: 'Runs any operation with its input as JSON (- reads it from stdin) and prints its answer as JSON.',
  words: ['<project>', '<operation>', '<json|->'],
  options: {
    opening: {
      value: '<which>',
      doc: 'which project a change is meant for, as workbench.get tells; for another one it is refused',
    },
    coder: { value: '<name>', doc: 'the coder under whose name changes are made' },
  },
  operations: operationNames,
  run: async (words) => {
    const [project = '', operation = '', json = ''] = words.words;
    if (!isOperationName(operation))
      throw new DraadError('invalid-input', `There is no operation ${operation}; --help lists them`);
    const input = parseJson(json === '-' ? await text(process.stdin) : json);
    const engine = await createEngine(effectsFor(words));
    try {
      unwrap(await engine.open(resolve(project), { remember: false }));
      const value = unwrap(await engine.call(operation, input, { opening: words.options.opening }));
      return { value, lines: [JSON.stringify(value)] };
    } finally {
      await engine.close();
    }
  },
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DraadError('invalid-input', 'The input is not JSON');
  }
}
