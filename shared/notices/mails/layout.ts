import { Eta } from 'eta/core';
import type { Brand } from './brand.ts';

/*
 * Mail programs know little of CSS: so the layout is tables, every style stands at its element, and the sheet in the head is only
 * for those that know it (dark mode, narrow screens). Outlook for Windows, which knows no widths but those of tables, gets one of
 * its own, and the font for every element, for it hands none down into a table. Nothing is hidden, and nothing is loaded. A program
 * that is read from right to left shows a mail from left to right. The templates are texts in the bundle: nothing is read from a
 * disk.
 */

/** The frame of every mail: the store's name in its colour, the card, and below it why the reader gets it. */
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
@media (max-width: 600px) {
  .page { padding: 0 !important; }
  .card, .brand { padding: 20px !important; border-radius: 0 !important; }
  .foot { padding: 20px !important; }
}
@media (prefers-color-scheme: dark) {
  body, .page { background-color: #111418 !important; }
  .card { background-color: #1c2127 !important; border-color: #323a44 !important; }
  .parcel { background-color: #242b33 !important; border-color: #3a4450 !important; }
  .ink { color: #f2f4f7 !important; }
  .quiet { color: #aeb8c4 !important; }
  .rule { border-color: #323a44 !important; }
  .note { background-color: #3a2e0b !important; color: #fde9b0 !important; border-color: #7a6114 !important; }
  .button { border-color: #aeb8c4 !important; }
  .link { color: #8ab8ff !important; }
}
</style>
<!--[if mso]><style>body, td, th, p, h1, h2 { font-family: 'Segoe UI', Arial, sans-serif; }</style><![endif]-->
</head>
<body style="margin:0;padding:0;background-color:#eef1f5;">
<table role="presentation" dir="ltr" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#eef1f5"><tr>
<td class="page" align="center" style="padding:32px 16px;background-color:#eef1f5;">
<!--[if mso]><table role="presentation" width="560" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;table-layout:fixed;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;">
<tr><td class="brand" bgcolor="<%= it.brand.color %>" style="padding:20px 32px;background-color:<%= it.brand.color %>;border:1px solid <%= it.brand.edge %>;border-bottom:0;border-radius:12px 12px 0 0;font-size:20px;line-height:28px;font-weight:700;color:<%= it.brand.ink %>;word-break:break-word;"><% if (it.brand.website !== null) { %><a href="<%= it.brand.website %>" style="color:<%= it.brand.ink %>;text-decoration:none;"><bdi><%= it.storeName %></bdi></a><% } else { %><bdi><%= it.storeName %></bdi><% } %></td></tr>
<tr><td class="card" bgcolor="#ffffff" style="padding:32px;background-color:#ffffff;border:1px solid #dde3ea;border-top:0;border-radius:0 0 12px 12px;">
<% if (it.test) { %>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed;"><tr><td class="note" bgcolor="#fff6d6" style="padding:12px 16px;background-color:#fff6d6;border:1px solid #ecd27a;border-radius:8px;font-size:14px;line-height:21px;color:#5a4300;word-break:break-word;"><strong>This is a test.</strong> <%= it.test %></td></tr></table>
<% } %>
<h1 class="ink" style="margin:<%= it.test ? '24px' : '0' %> 0 16px;font-size:24px;line-height:32px;font-weight:700;color:#17202b;word-break:break-word;"><%= it.title %></h1>
<%~ it.body %>
</td></tr>
<tr><td class="quiet foot" style="padding:20px 32px 0;font-size:13px;line-height:20px;color:#5b6775;word-break:break-word;"><%~ it.footer %></td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
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
  readonly storeName: string;
  readonly brand: Brand;
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

/**
 * A button that Outlook for Windows and Gmail show as one: its padding and its colour are the cell's, for they ignore a link's.
 * `url` and `words` are expressions of the template.
 */
export const buttonHtml = (url: string, words: string): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:14px 0 0;"><tr><td class="button" align="center" bgcolor="<%= it.brand.color %>" style="padding:11px 22px;background-color:<%= it.brand.color %>;border:1px solid <%= it.brand.edge %>;border-radius:8px;"><a href="<%= ${url} %>" style="font-size:15px;line-height:22px;font-weight:600;color:<%= it.brand.ink %>;text-decoration:none;"><%= ${words} %></a></td></tr></table>`;
