import { html, nothing } from 'lit';
import type { Webhook } from './api.ts';
import { state } from './state.ts';
import { foreign, repaint, when } from './words.ts';

const choose = (mail: number | null): void => {
  state.mail = mail;
  repaint();
};

/** The mails in a phone, in light and dark; what a mail says is looked at in a frame that runs nothing. */
export const phoneView = () => {
  const index = state.mail ?? state.mails.length - 1;
  const mail = state.mails[index];
  return html`
    <section aria-labelledby="phone-title">
      <div class="row apart">
        <h2 id="phone-title">Mails</h2>
        <button type="button" aria-pressed=${state.scheme === 'dark'} @click=${() => {
          state.scheme = state.scheme === 'dark' ? 'light' : 'dark';
          repaint();
        }}>Dark</button>
      </div>
      <div class="phone ${state.scheme}">
        ${
          mail === undefined
            ? html`<p class="no-mail">No mail yet. Let a distributor ship, then let an hour pass.</p>`
            : html`
              <div class="mail-head"><p class="from">${foreign(mail.from.replace(/\s*<[^>]*>$/, '').replaceAll('"', ''))}</p>
                <p class="subject">${foreign(mail.subject)}</p><p class="to">to ${foreign(mail.to.join(', '))}, ${when(mail.at)}</p></div>
              <iframe title="The mail: ${mail.subject}" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/_local/console/mails/${index}?scheme=${state.scheme}"></iframe>`
        }
      </div>
      ${
        state.mails.length < 2
          ? nothing
          : html`<ul class="mails">${state.mails
              .map((each, at) => ({ each, at }))
              .toReversed()
              .slice(0, 12)
              .map(
                ({ each, at }) =>
                  html`<li><button type="button" class="link" aria-current=${at === index} @click=${() => choose(at)}>${foreign(each.subject)}</button></li>`,
              )}</ul>`
      }
    </section>`;
};

const numberIn = ({ purchaseOrder, rejection, poNumber }: Webhook['body']['data']): string =>
  purchaseOrder?.poNumber ?? rejection?.poNumber ?? poNumber ?? '';

export const webhooksView = () => html`
  <section class="card" aria-labelledby="webhooks-title">
    <h2 id="webhooks-title">Webhooks to the store</h2>
    ${
      state.webhooks.length === 0
        ? html`<p class="quiet">None yet. Each is signed; the store’s end checks the signature.</p>`
        : html`<ul class="webhooks">${state.webhooks
            .toReversed()
            .slice(0, 12)
            .map(
              ({ verified, body }) => html`<li>
                <span class=${verified ? 'good' : 'bad'}>${verified ? '✓ signature verified' : '✗ signature wrong'}</span>
                <code>${body.type}</code> ${foreign(numberIn(body.data))}
                <time datetime=${body.timestamp}>${when(body.timestamp)}</time></li>`,
            )}</ul>`
    }
  </section>`;
