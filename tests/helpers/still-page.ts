// What a page of the stage runs before its own scripts: the clock stands still, and it can be asked whether all has come to rest.

/** Runs in the page. (Playwright's own clock also goes into the report's frame, where no script may run.) */
export function stopClock(now: number): void {
  globalThis.Date = class extends Date {
    constructor(...given: [] | [number | string | Date] | [number, number, number?, number?, number?, number?, number?]) {
      if (given.length === 0) super(now);
      else super(...(given as [number, number]));
    }
    static override now = () => now;
  } as DateConstructor;
}

declare global {
  interface Window {
    /** Whether `ready` (a selector) is in view and nothing is on its way any more: no call, no short timer, no change, no font. */
    stillness?: (ready: string) => Promise<boolean>;
  }
}

/** Runs in the page: keeps count of what is on its way. */
export function watchStillness(): void {
  /** What waits longer is not waited for: that is a toast, or the writing down of a place. */
  const SHORT_MS = 350;
  const QUIET_MS = 60;
  const MOST_MS = 15_000;
  let calls = 0;
  let changedAt = performance.now();
  const timers = new Set<number>();
  const ask = window.fetch.bind(window);
  const [wait, forget] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
  window.fetch = async (...given) => {
    if (given[0] !== '/call') return ask(...given);
    calls++;
    // The answer is still to be read and drawn.
    return ask(...given).finally(() => wait(() => calls--, 10));
  };
  const startTimer = (handler: TimerHandler, ms?: number, ...rest: unknown[]): number => {
    const id = wait(
      (...args: unknown[]) => {
        timers.delete(id);
        if (typeof handler === 'function') handler(...args);
      },
      ms,
      ...rest,
    );
    if ((ms ?? 0) <= SHORT_MS) timers.add(id);
    return id;
  };
  window.setTimeout = startTimer as typeof window.setTimeout;
  window.clearTimeout = (id) => {
    timers.delete(Number(id));
    forget(id);
  };
  new MutationObserver(() => {
    changedAt = performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const isThere = (ready: string): boolean => [...document.querySelectorAll(ready)].some((element) => element.checkVisibility());
  const isStill = (ready: string): boolean =>
    calls === 0 &&
    timers.size === 0 &&
    performance.now() - changedAt > QUIET_MS &&
    document.fonts.status === 'loaded' &&
    isThere(ready);
  window.stillness = (ready) =>
    new Promise((resolve) => {
      const until = performance.now() + MOST_MS;
      let met = 0;
      const look = (): void => {
        // Twice: what was drawn last may set something going.
        met = isStill(ready) ? met + 1 : 0;
        if (met > 1 || performance.now() > until) resolve(met > 1);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
}
