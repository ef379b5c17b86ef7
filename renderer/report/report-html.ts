// The one policy of the window that lets a string through as HTML: the theme report, which the core writes from nodes. It is shown
// in a frame without scripts. Nothing else may make HTML from strings.

/** What a browser with Trusted Types takes for a frame; others take the string. */
type FramePolicy = { readonly createHTML: (html: string) => string };
type Factory = { readonly createPolicy: (name: string, rules: FramePolicy) => FramePolicy };

const factory: Factory | undefined = Reflect.get(globalThis, 'trustedTypes');
const rules: FramePolicy = {
  createHTML(html) {
    if (!isReport(html)) throw new TypeError('Only a theme report is shown as a page.');
    return html;
  },
};
const policy = factory?.createPolicy('draad-report', rules) ?? rules;

/** Shows a report in a frame. Throws a TypeError when it is not one. */
export function showReport(frame: HTMLIFrameElement, html: string): void {
  frame.srcdoc = policy.createHTML(html);
}

/** A report is a page of its own with a policy, and has no script; in it, what people said is escaped. */
export function isReport(html: string): boolean {
  return (
    html.startsWith('<!doctype html>') &&
    html.includes("content=\"default-src 'none';") &&
    !/<(?:script|iframe|object|embed)[\s>]/i.test(html)
  );
}
