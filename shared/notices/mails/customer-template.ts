import { htmlTemplate, textTemplate } from './layout.ts';

/** A parcel as the customer sees it. Every text is fit to be shown. */
export type ShownParcel = {
  /** `UPS`, or null when nobody knows who carries it. */
  readonly carrier: string | null;
  readonly number: string;
  readonly url: string | null;
  readonly quantity: number | null;
  /** The number he was told before, which was wrong. */
  readonly corrects: string | null;
};

/** An item and those of its parcels that this mail tells of. */
export type ShownItem = {
  readonly title: string;
  readonly quantity: number;
  readonly parcels: readonly ShownParcel[];
  /** More parcels of this item will follow. */
  readonly more: boolean;
};

export type CustomerValues = {
  readonly greeting: string;
  readonly intro: string;
  readonly items: readonly ShownItem[];
  readonly more: string | null;
  readonly storeName: string;
  /** The store's service address, to be shown and linked; null when it has none that can be written to. */
  readonly service: string | null;
};

const paragraph = 'margin:0 0 16px;font-size:16px;line-height:25px;color:#2b3642;overflow-wrap:anywhere;';
const quiet = 'font-size:14px;line-height:21px;color:#5b6775;overflow-wrap:anywhere;';

export const customerHtml = htmlTemplate<CustomerValues>(`
<p class="ink" style="${paragraph}"><%= it.greeting %></p>
<p class="ink" style="${paragraph}"><%= it.intro %></p>
<% for (const item of it.items) { %>
<h2 class="ink rule" style="margin:24px 0 12px;padding-top:20px;border-top:1px solid #dde3ea;font-size:17px;line-height:25px;font-weight:600;color:#17202b;overflow-wrap:anywhere;"><bdi><%= item.title %></bdi> <span class="quiet" style="font-weight:400;color:#5b6775;white-space:nowrap;">&times;&nbsp;<%= item.quantity %></span></h2>
<% for (const parcel of item.parcels) { %>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 12px;table-layout:fixed;"><tr>
<td class="parcel" style="padding:16px;background-color:#f6f8fa;border:1px solid #dde3ea;border-radius:8px;">
<% if (parcel.corrects !== null) { %>
<p class="ink" style="margin:0 0 8px;font-size:14px;line-height:21px;color:#2b3642;overflow-wrap:anywhere;"><strong>Corrected number.</strong> It replaces <bdi><%= parcel.corrects %></bdi>, which we sent you before.</p>
<% } %>
<p class="quiet" style="margin:0;${quiet}"><%= parcel.carrier ?? 'Tracking number' %><% if (parcel.quantity !== null && parcel.quantity !== item.quantity) { %> &middot; <%= parcel.quantity %> of <%= item.quantity %> in this parcel<% } %></p>
<p class="ink" style="margin:2px 0 0;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:16px;line-height:24px;font-weight:600;color:#17202b;overflow-wrap:anywhere;"><bdi><%= parcel.number %></bdi></p>
<% if (parcel.url !== null) { %>
<p style="margin:14px 0 0;"><a class="button" href="<%= parcel.url %>" style="display:inline-block;padding:11px 20px;background-color:#1d4ed8;border-radius:8px;font-size:15px;line-height:22px;font-weight:600;color:#ffffff;text-decoration:none;">Track this parcel<span style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);mso-hide:all;">: <%= parcel.number %></span></a></p>
<% } %>
</td></tr></table>
<% } %>
<% } %>
<% if (it.more !== null) { %>
<p class="ink" style="margin:20px 0 0;font-size:15px;line-height:23px;color:#2b3642;overflow-wrap:anywhere;"><%= it.more %></p>
<% } %>
`);

export const customerFooterHtml = htmlTemplate<Pick<CustomerValues, 'service' | 'storeName'>>(
  `Questions? Just reply to this e-mail<% if (it.service !== null) { %> or write to <a class="plain" href="mailto:<%= encodeURIComponent(it.service).replace('%40', '@') %>" style="color:#1d4ed8;"><%= it.service %></a><% } %>.<br>Sent on behalf of <bdi><%= it.storeName %></bdi>.`,
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
  <%= parcel.carrier === null ? 'Tracking number' : parcel.carrier %>: <%= parcel.number %><% if (parcel.quantity !== null && parcel.quantity !== item.quantity) { %> (<%= parcel.quantity %> of <%= item.quantity %>)<% } %>

<% if (parcel.url !== null) { %>  <%= parcel.url %>

<% } %>

<% } %>
<% } %>
<% if (it.more !== null) { %><%= it.more %>


<% } %>
Questions? Just reply to this e-mail<% if (it.service !== null) { %> or write to <%= it.service %><% } %>.
Sent on behalf of <%= it.storeName %>.
`);
