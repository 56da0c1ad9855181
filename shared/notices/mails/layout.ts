import { Eta } from 'eta/core';

/*
 * Mail programs know little of CSS: so the layout is tables, every style stands at its element, and the sheet in the head is only
 * for those that know it (dark mode, narrow screens). The templates are texts in the bundle: nothing is read from a disk.
 */

/** The frame of every mail: the store's name above, the card, and below it why the reader gets it. */
const htmlFrame = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title><%= it.title %></title>
<style>
:root { color-scheme: light dark; }
a { color: #1d4ed8; }
@media (max-width: 600px) {
  .page { padding: 16px 10px !important; }
  .card { padding: 24px 20px !important; }
  .button { display: block !important; text-align: center !important; }
}
@media (prefers-color-scheme: dark) {
  body, .page { background-color: #111418 !important; }
  .card { background-color: #1c2127 !important; border-color: #323a44 !important; }
  .parcel { background-color: #242b33 !important; border-color: #3a4450 !important; }
  .ink, .store { color: #f2f4f7 !important; }
  .quiet { color: #aeb8c4 !important; }
  .rule { border-color: #323a44 !important; }
  .note { background-color: #3a2e0b !important; color: #fde9b0 !important; border-color: #7a6114 !important; }
  .button { background-color: #3b82f6 !important; color: #0b1220 !important; }
  a.plain { color: #8ab8ff !important; }
}
</style>
</head>
<body style="margin:0;padding:0;background-color:#eef1f5;-webkit-text-size-adjust:100%;">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;"><%= it.preview %></div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td class="page" align="center" style="padding:32px 16px;background-color:#eef1f5;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;table-layout:fixed;font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;">
<tr><td class="store" style="padding:0 4px 16px;font-size:20px;line-height:28px;font-weight:700;color:#17202b;overflow-wrap:anywhere;"><bdi><%= it.storeName %></bdi></td></tr>
<tr><td class="card" style="padding:32px;background-color:#ffffff;border:1px solid #dde3ea;border-radius:12px;">
<% if (it.test) { %>
<p class="note" role="note" style="margin:0 0 24px;padding:12px 16px;background-color:#fff6d6;border:1px solid #ecd27a;border-radius:8px;font-size:14px;line-height:21px;color:#5a4300;overflow-wrap:anywhere;"><strong>This is a test.</strong> <%= it.test %></p>
<% } %>
<h1 class="ink" style="margin:0 0 16px;font-size:24px;line-height:32px;font-weight:700;color:#17202b;overflow-wrap:anywhere;"><%= it.title %></h1>
<%~ it.body %>
</td></tr>
<tr><td class="quiet" style="padding:20px 4px 0;font-size:13px;line-height:20px;color:#5b6775;overflow-wrap:anywhere;"><%~ it.footer %></td></tr>
</table>
</td></tr></table>
</body>
</html>
`;

const htmlEngine = new Eta({ autoEscape: true });
const textEngine = new Eta({ autoEscape: false });
const frame = htmlEngine.compile(htmlFrame);

/** The parts of the frame. `body` and `footer` are HTML that a template made; everything else is text. */
export type Frame = {
  readonly title: string;
  /** What a list of mails shows beside the subject. */
  readonly preview: string;
  readonly storeName: string;
  /** What a test mail is, or null when it is none. */
  readonly test: string | null;
  readonly body: string;
  readonly footer: string;
};

/** A template that escapes every value put into it. */
export const htmlTemplate = <Values extends object>(source: string): ((values: Values) => string) => {
  const compiled = htmlEngine.compile(source);
  return (values) => compiled.call(htmlEngine, values);
};

/** A template of plain text. */
export const textTemplate = <Values extends object>(source: string): ((values: Values) => string) => {
  const compiled = textEngine.compile(source);
  return (values) =>
    `${compiled
      .call(textEngine, values)
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`;
};

export const framed = (parts: Frame): string => frame.call(htmlEngine, parts);
