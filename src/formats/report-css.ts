// The one style sheet of the theme report: sheets of light paper on a screen, A4 from a printer. A constant, so that its hash can
// be named in a content security policy. `html.preview` is set by the window, which shows sheets side by side.

import { chartStyle } from '../charts/colours.ts';

const hues = Array.from({ length: 10 }, (_, at) => `.t${at + 1}{--c:var(--t${at + 1})}`).join('');

const words = `
:root{--read:"Literata Variable",Literata,"Source Serif 4",Cambria,Charter,Georgia,"Liberation Serif",serif;--warn-soft:#FBF1DC;color-scheme:light}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;background:#EDEEF0;color:var(--tx-1);font:400 10.5pt/15.5pt var(--read)}
h1,h2,h3,p,ul,ol,dl,dd,figure,blockquote,table{margin:0;padding:0;font-weight:400}
ul,ol{list-style:none}
a{color:inherit;text-decoration-color:var(--ln-3);text-underline-offset:2pt}
a:focus-visible{outline:2px solid var(--tx-1);outline-offset:2px}
b{font-weight:600}
svg{display:block;max-width:100%;height:auto}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.num{font-variant-numeric:tabular-nums lining-nums}
h2{font:600 12pt/16pt var(--ui);margin:0 0 1.5mm}
h2.big{font:500 22pt/28pt var(--read);letter-spacing:-.01em;margin:0 0 1mm}
h3{font:600 9.5pt/13pt var(--ui);margin:0 0 1.5mm}
.over,.by,.sub,.fn,figcaption,table,.note,.side,.contents{font-family:var(--ui)}
.over{font-size:9.5pt;line-height:13pt;color:var(--tx-3)}
.sub{font-size:9pt;line-height:13pt;color:var(--tx-3);margin-bottom:3mm}
.fn{font-size:8pt;line-height:11.5pt;color:var(--tx-3);margin-top:1.5mm}
.note,.miss{background:var(--warn-soft);padding:3mm 4mm;margin:4mm 0;font-size:9.5pt;line-height:14pt}
.miss p{font-size:10pt;line-height:15pt}
section{margin-bottom:7mm}
`;

const cover = `
.cover{padding:4mm 0 8mm}
.glyph{margin-left:-2px}
.cover .over{margin-top:7mm}
h1{font:500 30pt/35pt var(--read);letter-spacing:-.015em;margin:2mm 0 4mm;text-wrap:balance;overflow-wrap:anywhere}
.by{font-size:9.5pt;line-height:14pt;color:var(--tx-2);max-width:125mm}
.lead p{font-size:13.5pt;line-height:20.5pt;text-wrap:pretty;padding-left:6mm;border-left:1.5pt solid var(--thread)}
.lead{margin-bottom:9mm}
.contents li{font-size:9.5pt;line-height:15pt;break-inside:avoid}
.contents ol{columns:2;column-gap:9mm}
.contents a{text-decoration:none}
.contents a:hover{text-decoration:underline}
.method li{margin-bottom:2.5mm;padding-left:5mm;text-indent:-5mm;max-width:140mm}
.method li::before{content:"–";display:inline-block;width:5mm;text-indent:0}
.absent dt{font-weight:600}
.absent dd{margin-bottom:3mm;color:var(--tx-2);max-width:140mm}
`;

const numbers = `
.numbers{width:100%;border-collapse:collapse;font-size:9pt;line-height:12.5pt;margin-bottom:3mm}
.numbers th{text-align:left;font-weight:500}
.numbers [scope=row]{overflow-wrap:anywhere}
.numbers th,.numbers td{padding:2.4pt 3mm 2.4pt 0;vertical-align:baseline}
.numbers .num{text-align:right;padding-right:0;padding-left:3mm}
.numbers td.num{white-space:nowrap}
.numbers thead th{font-size:8.5pt;line-height:11pt;font-weight:400;color:var(--tx-3);vertical-align:bottom}
.numbers tbody tr,.numbers tfoot tr{border-top:.5pt solid var(--ln-2)}
.numbers tbody tr:last-child{border-bottom:.5pt solid var(--ln-2)}
.numbers tfoot{color:var(--tx-2)}
.numbers tfoot th{font-weight:400}
.numbers tfoot tr{border-top:0}
.numbers small{display:block;font-size:8pt;line-height:10pt;color:var(--tx-3)}
.even{table-layout:fixed;margin-top:6mm}
.even th{overflow-wrap:anywhere}
.even th:first-child{width:42mm}
.codes{font-size:8pt;line-height:11pt;margin:0}
.codes td,.codes th{padding:1.6pt 0}
.codes .num{padding-left:2mm}
.codes .d1{padding-left:2.5mm}.codes .d2{padding-left:5mm}.codes .d3{padding-left:7.5mm}.codes .d4{padding-left:10mm}.codes .d5{padding-left:12.5mm}
.minis div{display:flex;flex-wrap:wrap;gap:4mm 7mm}
.minis figure{width:30mm}
.minis figcaption{font-size:8.5pt;line-height:11.5pt;color:var(--tx-2);margin-top:1mm;overflow-wrap:anywhere}
.minis small{display:block;color:var(--tx-3)}
#together>figure{margin-bottom:5mm}
`;

const theme = `
header.theme{padding-bottom:5mm}
header.theme h2{font:500 26pt/32pt var(--read);letter-spacing:-.012em;margin:1mm 0;display:inline-block;overflow-wrap:anywhere}
header.theme h2::before{content:"";display:inline-block;width:4pt;height:18pt;margin-right:3.5mm;border-radius:1pt;background:var(--c);vertical-align:-1pt}
header.hollow h2::before{background:none;border:1.5pt solid var(--c)}
header.dashed h2::before{background:repeating-linear-gradient(var(--c) 0 5pt,transparent 5pt 6.5pt)}
.definition{font-size:14pt;line-height:20pt;color:var(--tx-2);text-wrap:pretty;max-width:150mm}
.two{display:grid;grid-template-columns:minmax(0,1fr) 56mm;gap:8mm;margin-bottom:5mm}
.p{margin-bottom:4mm}
.cite{margin:0 0 3.5mm;padding-left:5mm;border-left:1.5pt solid var(--c)}
.cite blockquote{font-size:11.5pt;line-height:16pt;text-wrap:pretty;white-space:pre-line;overflow-wrap:anywhere;unicode-bidi:plaintext}
.cite q{quotes:"‘" "’"}
.cite .ctx{color:var(--tx-3)}
.cite figcaption{font-size:8.5pt;line-height:12.5pt;color:var(--tx-3);margin-top:.5mm;overflow-wrap:anywhere}
.cite i{font-style:normal;color:var(--tx-2)}
.key{color:var(--thread)}
.side{font-size:9pt;line-height:13.5pt;color:var(--tx-2)}
.side h3{color:var(--tx-1)}
.side section{padding-bottom:3.5mm;margin-bottom:3.5mm;border-bottom:.5pt solid var(--ln-2)}
.side section:last-child{border:0}
.counted li{display:grid;grid-template-columns:6.5mm 1fr}
.counted b{color:var(--tx-1);font-variant-numeric:tabular-nums}
`;

const screen = `
@media screen{
main{display:flex;flex-direction:column;align-items:center;gap:24px;padding:24px}
.sheet{width:210mm;max-width:100%;min-height:297mm;padding:18mm 18mm 16mm 20mm;background:#FFF;box-shadow:0 1px 3px rgb(20 24 30/.14)}
.preview main{flex-flow:row wrap;justify-content:center;align-items:flex-start;gap:16px;padding:16px}
.preview .sheet{zoom:.6;max-width:none;scroll-margin:24px}
}
@media screen and (min-width:1100px){.preview .sheet{zoom:.66}}
@media screen and (min-width:1240px){.preview .sheet{zoom:.74}}
@media screen and (min-width:1560px){.preview main{gap:24px;padding:24px}.preview .sheet{zoom:.92}}
@media screen and (max-width:820px){main{padding:0}.sheet{padding:24px 16px;min-height:0}.two{display:block}.numbers{font-size:8pt}.numbers td.num{white-space:normal}.numbers .num{padding-left:1.5mm}.numbers small{overflow-wrap:anywhere}.even th:first-child{width:26%}.preview main{padding:12px}h1{font-size:24pt;line-height:28pt}}
`;

const print = `
@page{size:A4;margin:18mm 18mm 20mm 20mm;@bottom-left{content:attr(data-running);font:8pt/10pt Inter,"Segoe UI",system-ui,"Liberation Sans",Arial,sans-serif;color:#5C6168}@bottom-right{content:counter(page) " / " counter(pages);font:8pt/10pt Inter,"Segoe UI",system-ui,"Liberation Sans",Arial,sans-serif;color:#5C6168}}
@media print{
body{background:#FFF}
.sheet{break-before:page}
.sheet:first-child{break-before:auto}
thead{display:table-header-group}
tr,figure,.note,.miss,.lead,.side section,li,dt,dd{break-inside:avoid}
h2,h3,.sub,.over,header,dt{break-after:avoid}
p{orphans:3;widows:3}
}
`;

export const REPORT_CSS: string = [chartStyle(), hues, words, cover, numbers, theme, screen, print]
  .join('')
  .replaceAll(/\n+/g, '\n');
