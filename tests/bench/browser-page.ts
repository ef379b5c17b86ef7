// What runs inside the page while it is measured: how long from an event until the frame that shows what it asked for, how long each
// frame takes while scrolling, and which tasks kept the page busy. Each function is sent to the page as it is, so it stands alone.

import type { Page } from 'playwright-core';

/** What must be on the page: an element that was not there before (by the value of `fresh`), or one with this text, or in the viewport. */
export type Shown = {
  readonly selector: string;
  readonly text?: string;
  /** An attribute: some element has a value that none had when the clock was armed. */
  readonly fresh?: string;
  /** It must lie in the viewport. */
  readonly inView?: boolean;
};

/** `shown`: ms from the event's own time stamp. `longest`: the longest task over 50 ms meanwhile, in ms. */
export type Took = { readonly shown: number; readonly calls: readonly Call[]; readonly longest: number };
/**
 * A call to the core, in ms from the event: when it was made; when the answer had come to the browser, by the browser's own record of it
 * (`responseEnd`); and when the page had read it, which waits for a frame that is being drawn.
 */
export type Call = { readonly name: string; readonly from: number; readonly answered: number; readonly to: number };

type Clock = {
  running: number;
  /** How long an answer is kept from the page. */
  holdMs: number;
  calls: { name: string; from: number; to: number }[];
  took: Promise<{ shown: number; at: number; longest: number }> | null;
};
declare global {
  interface Window {
    benchClock?: Clock;
  }
}

/** Puts the clock in the page, once: it hears of each call to the core. */
export async function installClock(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (window.benchClock) return;
    const clock: Clock = { running: 0, holdMs: 0, calls: [], took: null };
    window.benchClock = clock;
    const real = window.fetch;
    window.fetch = async (input, init) => {
      if (!String(input).endsWith('/call')) return real(input, init);
      const call = { name: String(JSON.parse(String(init?.body)).name), from: performance.now(), to: Number.NaN };
      clock.calls.push(call);
      clock.running++;
      try {
        const response = await real(input, init);
        if (clock.holdMs > 0) await new Promise((resolve) => setTimeout(resolve, clock.holdMs));
        const read = response.json.bind(response);
        // The answer is there when its body has been read.
        response.json = async () => {
          const value: unknown = await read();
          call.to = performance.now();
          return value;
        };
        return response;
      } finally {
        clock.running--;
      }
    };
  });
}

/** Runs `act` and answers how long from its event until a frame was drawn with all of `shown` on the page. */
export async function clocked(page: Page, event: string, shown: readonly Shown[], act: () => Promise<unknown>): Promise<Took> {
  await page.evaluate(armClock, { event, shown });
  await act();
  const took = await page.evaluate(() => window.benchClock?.took ?? null);
  if (!took) throw new Error('The clock was not armed');
  await settle(page);
  const calls = await page.evaluate(() => {
    const answers = performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('/call'));
    return (window.benchClock?.calls ?? []).map((call) => {
      const at = answers.findIndex((answer) => answer.startTime >= call.from);
      const [answer] = at < 0 ? [] : answers.splice(at, 1);
      return { ...call, answered: answer instanceof PerformanceResourceTiming ? answer.responseEnd : Number.NaN };
    });
  });
  return {
    shown: took.shown,
    longest: took.longest,
    calls: calls.map(({ name, from, answered, to }) => ({
      name,
      from: from - took.at,
      answered: answered - took.at,
      to: to - took.at,
    })),
  };
}

/**
 * The same, and `work`: what the page's own thread did from the event until that was drawn, in ms of the processor. The core's answers are handed to
 * the page a little later, so that what it does with them does not count.
 */
export async function clockedWork(
  page: Page,
  event: string,
  shown: readonly Shown[],
  act: () => Promise<unknown>,
): Promise<Took & { readonly work: number }> {
  const thread = await watchThread(page);
  const hold = (ms: number) =>
    page.evaluate((wait) => {
      if (window.benchClock) window.benchClock.holdMs = wait;
    }, ms);
  await hold(HOLD_MS);
  let work = Number.NaN;
  const took = await clocked(page, event, shown, async () => {
    const before = await thread.busyMs();
    await act();
    await page.waitForTimeout(DRAWN_MS);
    work = (await thread.busyMs()) - before;
  });
  await hold(0);
  await thread.end();
  return { ...took, work };
}

const HOLD_MS = 200;
/** By then it has been drawn; asking the page would be work of the page. */
const DRAWN_MS = 80;

/** How long the page's own thread has been busy, in ms of the processor: waiting for a frame or for other programs does not count. */
async function watchThread(page: Page) {
  const metrics = await page.context().newCDPSession(page);
  await metrics.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    busyMs: async (): Promise<number> => {
      const { metrics: all } = await metrics.send('Performance.getMetrics');
      return 1000 * (all.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
    },
    end: () => metrics.detach(),
  };
}

function armClock({ event, shown }: { readonly event: string; readonly shown: readonly Shown[] }): void {
  const clock = window.benchClock;
  if (!clock) throw new Error('There is no clock in this page');
  clock.calls = [];
  performance.clearResourceTimings();
  const valuesOf = (what: Shown) =>
    new Set([...document.querySelectorAll(what.selector)].map((element) => element.getAttribute(what.fresh ?? '')));
  const before = shown.map((what) => (what.fresh ? valuesOf(what) : null));
  const isShown = (what: Shown, at: number) =>
    [...document.querySelectorAll(what.selector)].some((element) => {
      if (what.text !== undefined && element.textContent !== what.text) return false;
      if (what.fresh && before[at]?.has(element.getAttribute(what.fresh))) return false;
      if (!what.inView) return true;
      const { top, height } = element.getBoundingClientRect();
      return height > 0 && top < innerHeight && top + height > 0;
    });
  const tasks: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: 'longtask' });
  clock.took = new Promise((resolve, reject) => {
    const begin = (pressed: Event) => {
      const at = pressed.timeStamp;
      const frame = () => {
        // A message after the frame's own work comes when the frame has been drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const now = performance.now();
          port1.close();
          if (shown.every(isShown)) {
            tasks.push(...observer.takeRecords());
            observer.disconnect();
            const longest = tasks.reduce(
              (most, task) => (task.startTime + task.duration > at ? Math.max(most, task.duration) : most),
              0,
            );
            resolve({ shown: now - at, at, longest });
          } else if (now - at > 20_000) reject(new Error(`Not shown: ${JSON.stringify(shown)}`));
          else requestAnimationFrame(frame);
        };
        port2.postMessage(null);
      };
      requestAnimationFrame(frame);
    };
    addEventListener(event, begin, { capture: true, once: true });
  });
  clock.took.catch(() => {});
}

/** Waits until the page has been at rest: no call to the core, and two idle moments. */
export async function settle(page: Page, restMs = 250): Promise<void> {
  await page.evaluate(async (rest) => {
    const quiet = () => (window.benchClock?.running ?? 0) === 0;
    for (let since = performance.now(); performance.now() - since < rest; ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (!quiet()) since = performance.now();
    }
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }));
  }, restMs);
}

/** `frames`: ms between frames, by the time stamps of requestAnimationFrame. `tasks`: ms of each task over 50 ms, by PerformanceObserver. */
export type Scrolled = { readonly frames: readonly number[]; readonly tasks: readonly number[] };

/** Scrolls the transcript a fixed way each frame, as a wheel that keeps turning, and back again at the end. */
export async function scrollThrough(page: Page, pixelsPerFrame: number, frames: number): Promise<Scrolled> {
  return page.evaluate(
    async ({ step, count }) => {
      const scroller = document.querySelector<HTMLElement>('[data-focus="transcript"]');
      if (!scroller) throw new Error('There is no transcript to scroll');
      const next = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const tasks: number[] = [];
      const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
      await next();
      let last = await next();
      observer.observe({ type: 'longtask' });
      const times: number[] = [];
      let way = 1;
      for (let n = 0; n < count; n++) {
        const before = scroller.scrollTop;
        scroller.scrollTop += way * step;
        if (scroller.scrollTop === before) way = -way;
        const now = await next();
        times.push(now - last);
        last = now;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
      tasks.push(...observer.takeRecords().map((entry) => entry.duration));
      observer.disconnect();
      return { frames: times, tasks };
    },
    { step: pixelsPerFrame, count: frames },
  );
}

/**
 * Per key, in ms: `work`, what the page's own thread did from the key until the next one (its events, its frame, and what followed), in time of
 * the processor, so that waiting for a frame or for other programs does not count; `frame`, from the key until the frame was drawn, waiting included.
 */
export type Typed = { readonly work: readonly number[]; readonly frame: readonly number[] };

export async function typeKeys(page: Page, letters: string, pauseMs: number): Promise<Typed> {
  const thread = await watchThread(page);
  const frames = await page.evaluateHandle(() => {
    const list: number[] = [];
    const onKey = ({ timeStamp }: KeyboardEvent) =>
      requestAnimationFrame(() => {
        // A message after the frame's own work comes when the frame has been drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          list.push(performance.now() - timeStamp);
        };
        port2.postMessage(null);
      });
    addEventListener('keydown', onKey, { capture: true });
    return { list, stop: () => removeEventListener('keydown', onKey, { capture: true }) };
  });
  const work: number[] = [];
  for (const letter of letters) {
    const before = await thread.busyMs();
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.waitForTimeout(pauseMs);
    work.push((await thread.busyMs()) - before);
  }
  await thread.end();
  const frame = await frames.evaluate(({ list, stop }) => {
    stop();
    return list;
  });
  return { work, frame };
}
