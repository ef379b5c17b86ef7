// Closes a test run in plain words: each skipped test with its reason, and then how many passed, failed and were skipped.

import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node';

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** Names a file for the counts as JSON; then it is for who asked for them to print the closing line. */
export const COUNTS_FILE = 'RODE_DRAAD_COUNTS';

type ConsoleLog = Parameters<NonNullable<Reporter['onUserConsoleLog']>>[0];

const MOST_SKIPS = 60;
const REASON = /^Skipped: (.+)$/gm;

export default class ClosingReporter implements Reporter {
  #vitest: Vitest | null = null;
  // What test files print about what they leave out, by file.
  readonly #reasons = new Map<string, Set<string>>();

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onUserConsoleLog({ content, taskId }: ConsoleLog): void {
    const entity = taskId === undefined ? undefined : this.#vitest?.state.getReportedEntityById(taskId);
    if (!entity) return;
    const { moduleId } = entity.type === 'module' ? entity : entity.module;
    const known = this.#reasons.get(moduleId) ?? new Set();
    for (const [, reason = ''] of content.matchAll(REASON)) known.add(reason);
    this.#reasons.set(moduleId, known);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const outcomes = Map.groupBy(tests, outcomeOf);
    const counts = {
      passed: outcomes.get('passed')?.length ?? 0,
      failed: (outcomes.get('failed')?.length ?? 0) + modules.flatMap(brokenParts).length + unhandled.length,
      skipped: outcomes.get('skipped')?.length ?? 0,
    };
    this.#printSkips(outcomes.get('skipped') ?? []);
    const file = process.env[COUNTS_FILE];
    if (file) writeFileSync(file, JSON.stringify(counts));
    else process.stdout.write(`${closingLine(counts)}\n`);
  }

  #printSkips(skipped: readonly TestCase[]): void {
    for (const test of skipped.slice(0, MOST_SKIPS)) {
      process.stdout.write(`skipped: ${test.module.relativeModuleId} > ${test.fullName}: ${this.#reasonOf(test)}\n`);
    }
    if (skipped.length > MOST_SKIPS) process.stdout.write(`skipped: and ${skipped.length - MOST_SKIPS} more\n`);
  }

  #reasonOf(test: TestCase): string {
    const result = test.result();
    if (result.state === 'skipped' && result.note) return result.note;
    if (this.#vitest?.config.testNamePattern) return 'not asked for';
    const said = this.#reasons.get(test.module.moduleId);
    return said && said.size > 0 ? [...said].join(' ') : 'no reason given';
  }
}

export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A test that was never reached, by an interruption or because something around it failed, did not pass. */
function outcomeOf(test: TestCase): keyof Counts {
  const { state } = test.result();
  if (state === 'passed') return 'passed';
  return state === 'skipped' && !isUnreached(test) ? 'skipped' : 'failed';
}

function isUnreached(test: TestCase): boolean {
  for (let around: TestSuite | TestModule = test.parent; ; around = around.parent) {
    if (around.errors().length > 0) return true;
    if (around.type === 'module') return false;
  }
}

/** What failed without a test of it failing: a file that can't be read, a hook after the tests. */
function brokenParts(module: TestModule): (TestModule | TestSuite)[] {
  return [module, ...module.children.allSuites()].filter(
    (part) => part.errors().length > 0 && ![...part.children.allTests()].some((test) => outcomeOf(test) === 'failed'),
  );
}
