import type { Brand } from './brand.ts';
import { buttonHtml, htmlTemplate, textTemplate } from './layout.ts';

export type Fact = { readonly name: string; readonly value: string };

export type StoreValues = {
  readonly storeName: string;
  readonly brand: Brand;
  readonly paragraphs: readonly string[];
  /** The webstore's own page of the order; null where it named none. */
  readonly adminPage: string | null;
  /** What to open instead, as a sentence; null where no order is concerned. */
  readonly withoutPage: string | null;
  readonly facts: readonly Fact[];
  /** Whom to ask; ours, so it may be a link. */
  readonly contact: { readonly name: string; readonly site: string } | null;
};

const sentence = 'margin:0 0 16px;font-size:16px;line-height:25px;color:#2b3642;word-break:break-word;';

export const storeHtml = htmlTemplate<StoreValues>(`
<% for (const text of it.paragraphs) { %>
<p class="ink" style="${sentence}"><bdi><%= text %></bdi></p>
<% } %>
<% if (it.contact !== null) { %>
<p class="ink" style="${sentence}">Whom to ask: <%= it.contact.name %>, <a class="link" href="<%= it.contact.site %>" style="color:<%= it.brand.link %>;"><%= it.contact.site %></a></p>
<% } %>
<% if (it.adminPage !== null) { %>
${buttonHtml('it.adminPage', "'Open the order'")}
<% } else if (it.withoutPage !== null) { %>
<p class="ink" style="${sentence}"><%= it.withoutPage %></p>
<% } %>
<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0 0;table-layout:fixed;">
<% for (const fact of it.facts) { %>
<tr><th class="quiet rule" scope="row" width="38%" align="left" valign="top" style="padding:9px 12px 9px 0;border-top:1px solid #dde3ea;font-size:14px;line-height:21px;font-weight:400;color:#5b6775;"><%= fact.name %></th>
<td class="ink rule" valign="top" style="padding:9px 0;border-top:1px solid #dde3ea;font-size:15px;line-height:21px;color:#17202b;word-break:break-word;"><bdi><%= fact.value %></bdi></td></tr>
<% } %>
</table>
`);

export const storeText = textTemplate<StoreValues & { readonly title: string; readonly test: string | null }>(`
<% if (it.test) { %>*** This is a test. <%= it.test %> ***

<% } %>
<%= it.title %>


<% for (const text of it.paragraphs) { %>
<%= text %>


<% } %>
<% if (it.contact !== null) { %>Whom to ask: <%= it.contact.name %>, <%= it.contact.site %>


<% } %>
<% if (it.adminPage !== null) { %>Open the order: <%= it.adminPage %>


<% } else if (it.withoutPage !== null) { %><%= it.withoutPage %>


<% } %>
<% for (const fact of it.facts) { %>
<%= fact.name %>: <%= fact.value %>

<% } %>

You get this e-mail because <%= it.storeName %> has no webhook that took it.
`);
