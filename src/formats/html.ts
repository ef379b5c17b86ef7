// HTML and SVG as text, written from nodes. Whatever could run or fetch something is refused here, so a report can't carry it.

import { DraadError } from '../domain/error.ts';
import { type AttributeValue, isStyleText, type MarkupElement, type MarkupNode } from '../domain/markup.ts';

const VOID = new Set('area br col hr img input link meta source track wbr'.split(' '));

// What runs, loads, posts or swallows the rest of the page. `animate` and `set` can turn a plain href into a script.
const FORBIDDEN = new Set(
  (
    'script style iframe frame frameset object embed applet base form portal template noscript noembed noframes xmp plaintext ' +
    'animate animatemotion animatetransform set foreignobject'
  ).split(' '),
);

// Attributes that name an address. Only an `a` may lead out of the page; everything else is in the file itself.
const LINKS = new Set(
  'href xlink:href src srcset action formaction poster background cite data ping longdesc manifest'.split(' '),
);
const OWN_CONTENT = /^data:(?:image|font)\//i;
const PLAIN_LINK = /^(?:https?:|mailto:|[^:]*$|[^:/?#]*[/?#])/i;

const NAME = /^[a-z][a-z0-9]*(?:[-:][a-z0-9]+)*$/i;

/** A node as HTML; an `html` element gets its doctype. Throws `internal` on script, `on…`, or a link that is not plain. */
export function toHtml(node: MarkupNode): string {
  const out: string[] = typeof node === 'object' && 'tag' in node && node.tag === 'html' ? ['<!doctype html>\n'] : [];
  write(node, out, false);
  return out.join('');
}

/** An `svg` element as a file of its own (XML). Throws as `toHtml` does. */
export function toSvgFile(node: MarkupElement): string {
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  write({ ...node, attrs: { xmlns: 'http://www.w3.org/2000/svg', ...node.attrs } }, out, true);
  return out.join('');
}

function write(node: MarkupNode, out: string[], xml: boolean): void {
  if (typeof node === 'string') {
    out.push(escapeText(node));
  } else if ('css' in node) {
    if (!isStyleText(node.css)) throw refuse('a style sheet that ends its element');
    out.push('<style>', xml ? escapeText(node.css) : clean(node.css), '</style>');
  } else {
    writeElement(node, out, xml);
  }
}

function writeElement({ tag, attrs, children }: MarkupElement, out: string[], xml: boolean): void {
  if (!NAME.test(tag) || FORBIDDEN.has(tag.toLowerCase())) throw refuse(`the element ${tag}`);
  out.push('<', tag);
  for (const [name, value] of Object.entries(attrs)) out.push(' ', attribute(tag, name, value, xml));
  if (VOID.has(tag) && children.length > 0) throw refuse(`text inside ${tag}`);
  out.push(xml && VOID.has(tag) ? '/>' : '>');
  if (VOID.has(tag)) return;
  if (tag === 'pre' || tag === 'textarea') keepFirstBreak(children, out);
  for (const child of children) write(child, out, xml);
  out.push('</', tag, '>');
}

// A browser drops the line break right after these tags, so one that is meant needs another before it.
function keepFirstBreak(children: readonly MarkupNode[], out: string[]): void {
  const first = children.find((child) => typeof child !== 'string' || clean(child) !== '');
  if (typeof first === 'string' && clean(first).startsWith('\n')) out.push('\n');
}

function attribute(tag: string, name: string, value: AttributeValue, xml: boolean): string {
  const lower = name.toLowerCase();
  const text = String(value);
  if (!NAME.test(name) || lower.startsWith('on') || lower === 'srcdoc') throw refuse(`the attribute ${name}`);
  if (lower === 'http-equiv' && text.toLowerCase() !== 'content-security-policy') throw refuse(`http-equiv ${text}`);
  if (lower === 'style' && !isStyleText(text)) throw refuse(`the style of ${tag}`);
  if (LINKS.has(lower) && !isSafeLink(tag, text)) throw refuse(`the link in ${name} of ${tag}`);
  if (value === true && !xml) return name;
  return `${name}="${escapeText(value === true ? name : text).replaceAll('"', '&quot;')}"`;
}

// A browser skips control characters and white space while it reads the scheme, so they are taken out before judging.
function isSafeLink(tag: string, link: string): boolean {
  const bare = link.replace(/[\p{Cc}\s]/gu, '');
  if (bare.startsWith('#')) return true;
  return tag.toLowerCase() === 'a' ? PLAIN_LINK.test(bare) : OWN_CONTENT.test(bare);
}

function escapeText(text: string): string {
  return clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text without what HTML or XML can't hold: control characters, non-characters, lone surrogates. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '');
}

function refuse(what: string): DraadError {
  return new DraadError('internal', `A page can not hold ${what}`);
}
