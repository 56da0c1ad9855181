import { htmlTemplate, textTemplate } from './layout.ts';

export type Fact = { readonly name: string; readonly value: string };

export type StoreValues = {
  readonly storeName: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  /** Whom to ask; ours, so it may be a link. */
  readonly contact: { readonly name: string; readonly site: string } | null;
};

export const storeHtml = htmlTemplate<StoreValues>(`
<% for (const text of it.paragraphs) { %>
<p class="ink" style="margin:0 0 16px;font-size:16px;line-height:25px;color:#2b3642;overflow-wrap:anywhere;"><bdi><%= text %></bdi></p>
<% } %>
<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 0;table-layout:fixed;">
<% for (const fact of it.facts) { %>
<tr><th class="quiet rule" scope="row" width="38%" align="left" valign="top" style="padding:9px 12px 9px 0;border-top:1px solid #dde3ea;font-size:14px;line-height:21px;font-weight:400;color:#5b6775;"><%= fact.name %></th>
<td class="ink rule" valign="top" style="padding:9px 0;border-top:1px solid #dde3ea;font-size:15px;line-height:21px;color:#17202b;overflow-wrap:anywhere;"><bdi><%= fact.value %></bdi></td></tr>
<% } %>
</table>
<% if (it.contact !== null) { %>
<p class="ink" style="margin:20px 0 0;font-size:15px;line-height:23px;color:#2b3642;">Whom to ask: <%= it.contact.name %>, <a class="plain" href="<%= it.contact.site %>" style="color:#1d4ed8;"><%= it.contact.site %></a></p>
<% } %>
`);

export const storeText = textTemplate<StoreValues & { readonly title: string; readonly test: string | null }>(`
<% if (it.test) { %>*** This is a test. <%= it.test %> ***

<% } %>
<%= it.title %>


<% for (const text of it.paragraphs) { %>
<%= text %>


<% } %>
<% for (const fact of it.facts) { %>
<%= fact.name %>: <%= fact.value %>

<% } %>

<% if (it.contact !== null) { %>Whom to ask: <%= it.contact.name %>, <%= it.contact.site %><% } %>


You get this e-mail because <%= it.storeName %> has no webhook that took it.
`);
