import type { Brand } from './brand.ts';
import { buttonHtml, htmlTemplate, textTemplate } from './layout.ts';

/** A parcel as the customer sees it. Every text is fit to be shown. */
export type ShownParcel = {
  /** `UPS`, or null when nobody knows who carries it. */
  readonly carrier: string | null;
  readonly number: string;
  readonly url: string | null;
  readonly quantity: number | null;
  /** The number that they were told before, which was wrong. */
  readonly corrects: string | null;
  /** Another item, of whose being in this very parcel they were told before. */
  readonly sharedWith: string | null;
};

/** An item and those of its parcels that this mail tells of. */
export type ShownItem = {
  readonly title: string;
  readonly quantity: number;
  readonly parcels: readonly ShownParcel[];
};

/** How many pieces of an item of which nothing was sent yet. */
type Awaited = { readonly title: string; readonly quantity: number };

export type CustomerValues = {
  readonly greeting: string;
  readonly intro: string;
  readonly items: readonly ShownItem[];
  /** Whether they hold so many parcels that each is one line: Gmail cuts off what is longer than 102 kB. */
  readonly inLines: boolean;
  /** What is known to follow. */
  readonly awaited: readonly Awaited[];
  /** Name, city and state: enough to see that it goes to the right place. */
  readonly shipsTo: readonly string[];
  readonly storeName: string;
  readonly brand: Brand;
  /** The store's service address, to be shown and linked; null when it has none that can be written to. */
  readonly service: string | null;
};

const paragraph = 'margin:0 0 16px;font-size:16px;line-height:25px;color:#2b3642;word-break:break-word;';
const heading =
  'margin:24px 0 12px;padding:20px 0 0;border-top:1px solid #dde3ea;font-size:17px;line-height:25px;font-weight:600;color:#17202b;word-break:break-word;';
const line = 'margin:0 0 4px;font-size:15px;line-height:23px;color:#2b3642;word-break:break-word;';
const mono =
  "font-family:Menlo,Consolas,'Courier New',monospace;font-size:16px;line-height:24px;font-weight:600;word-break:break-word;";

export const customerHtml = htmlTemplate<CustomerValues>(`
<p class="ink" style="${paragraph}"><%= it.greeting %></p>
<p class="ink" style="${paragraph}"><%= it.intro %></p>
<% for (const item of it.items) { %>
<% if (it.inLines) { %>
<p class="ink" style="${line}"><bdi><%= item.title %></bdi> &times;&nbsp;<%= item.quantity %>
<% for (const parcel of item.parcels) { %>
<br><%= parcel.carrier ?? 'Tracking number' %> <% if (parcel.url !== null) { %><a class="link" href="<%= parcel.url %>" style="color:<%= it.brand.link %>;"><bdi><%= parcel.number %></bdi></a><% } else { %><bdi><%= parcel.number %></bdi><% } %><% if (parcel.quantity !== null && item.quantity > 1) { %> &middot; <%= parcel.quantity %> of <%= item.quantity %><% } %>
<% if (parcel.corrects !== null) { %><br>Corrected number. It replaces <bdi><%= parcel.corrects %></bdi>, which we sent you before.<% } %>
<% if (parcel.sharedWith !== null) { %><br>In the same parcel as <bdi><%= parcel.sharedWith %></bdi>, of which we wrote to you before.<% } %>
<% } %>
</p>
<% continue; } %>
<h2 class="ink rule" style="${heading}"><bdi><%= item.title %></bdi> <span class="quiet" style="font-weight:400;color:#5b6775;">&times;&nbsp;<%= item.quantity %></span></h2>
<% for (const parcel of item.parcels) { %>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 12px;table-layout:fixed;"><tr>
<td class="parcel" bgcolor="#f6f8fa" style="padding:16px;background-color:#f6f8fa;border:1px solid #dde3ea;border-radius:8px;">
<% if (parcel.corrects !== null) { %>
<p class="ink" style="margin:0 0 8px;font-size:14px;line-height:21px;color:#2b3642;word-break:break-word;"><strong>Corrected number.</strong> It replaces <bdi><%= parcel.corrects %></bdi>, which we sent you before.</p>
<% } %>
<% if (parcel.sharedWith !== null) { %>
<p class="ink" style="margin:0 0 8px;font-size:14px;line-height:21px;color:#2b3642;word-break:break-word;">In the same parcel as <bdi><%= parcel.sharedWith %></bdi>, of which we wrote to you before.</p>
<% } %>
<p class="quiet" style="margin:0;font-size:14px;line-height:21px;color:#5b6775;word-break:break-word;"><%= parcel.carrier ?? 'Tracking number' %><% if (parcel.quantity !== null && item.quantity > 1) { %> &middot; <%= parcel.quantity %> of <%= item.quantity %> in this parcel<% } %></p>
<p class="ink" style="margin:2px 0 0;${mono}color:#17202b;"><% if (parcel.url !== null) { %><a class="link" href="<%= parcel.url %>" style="color:<%= it.brand.link %>;"><bdi><%= parcel.number %></bdi></a><% } else { %><bdi><%= parcel.number %></bdi><% } %></p>
<% if (parcel.url !== null) { %>
${buttonHtml('parcel.url', "'Track this parcel'")}
<% } %>
</td></tr></table>
<% } %>
<% } %>
<% if (it.awaited.length > 0) { %>
<h2 class="ink rule" style="${heading}">Still to come</h2>
<% for (const { title, quantity } of it.awaited) { %>
<p class="ink" style="${line}"><bdi><%= title %></bdi> <span class="quiet" style="color:#5b6775;">&times;&nbsp;<%= quantity %></span></p>
<% } %>
<p class="ink" style="margin:12px 0 0;font-size:15px;line-height:23px;color:#2b3642;word-break:break-word;">We will write to you again when <%= it.awaited.length > 1 ? 'more' : 'it' %> is on its way.</p>
<% } %>
<% if (it.shipsTo.length > 0) { %>
<h2 class="ink rule" style="${heading}">Where it goes</h2>
<% for (const place of it.shipsTo) { %>
<p class="ink" style="${line}"><bdi><%= place %></bdi></p>
<% } %>
<% } %>
`);

export const customerFooterHtml = htmlTemplate<Pick<CustomerValues, 'service' | 'storeName' | 'brand'>>(
  `Questions? Just reply to this e-mail<% if (it.service !== null) { %> or write to <a class="link" href="mailto:<%= encodeURIComponent(it.service).replace('%40', '@') %>" style="color:#1d4ed8;"><%= it.service %></a><% } %>.<br>Sent on behalf of <bdi><%= it.storeName %></bdi>.`,
);

export const customerText = textTemplate<CustomerValues & { readonly title: string; readonly test: string | null }>(`
<%= it.storeName %>


<% if (it.test) { %>*** This is a test. <%= it.test %> ***

<% } %>
<%= it.title %>


<%= it.greeting %>


<%= it.intro %>


<% for (const item of it.items) { %>
<%= item.title %> × <%= item.quantity %>


<% for (const parcel of item.parcels) { %>
<% if (parcel.corrects !== null) { %>  Corrected number. It replaces <%= parcel.corrects %>, which we sent you before.
<% } %>
<% if (parcel.sharedWith !== null) { %>  In the same parcel as <%= parcel.sharedWith %>, of which we wrote to you before.
<% } %>
  <%= parcel.carrier === null ? 'Tracking number' : parcel.carrier %>: <%= parcel.number %><% if (parcel.quantity !== null && item.quantity > 1) { %> (<%= parcel.quantity %> of <%= item.quantity %>)<% } %>

<% if (parcel.url !== null) { %>  <%= parcel.url %>

<% } %>

<% } %>
<% } %>
<% if (it.awaited.length > 0) { %>Still to come:
<% for (const { title, quantity } of it.awaited) { %>  <%= title %> × <%= quantity %>

<% } %>
We will write to you again when <%= it.awaited.length > 1 ? 'more' : 'it' %> is on its way.


<% } %>
<% if (it.shipsTo.length > 0) { %>Where it goes:
<% for (const place of it.shipsTo) { %>  <%= place %>

<% } %>

<% } %>
Questions? Just reply to this e-mail<% if (it.service !== null) { %> or write to <%= it.service %><% } %>.
Sent on behalf of <%= it.storeName %>.<% if (it.brand.website !== null) { %>

<%= it.brand.website %><% } %>

`);
