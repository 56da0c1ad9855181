import { html, svg } from 'lit';
import type { GraphRow } from './api.ts';
import { state } from './state.ts';

type Graph = GraphRow['graphs'][number];

/** The dashboard's graphs of the service, drawn from what the functions really emitted since the start. */
export const metricsView = () => html`
  <section aria-labelledby="metrics-title">
    <h2 id="metrics-title">What the functions counted since the start</h2>
    <div class="graph-rows">${state.graphs.map(
      ({ title, graphs }) => html`<div><h3>${title}</h3><ul class="graphs">${graphs.map(graphView)}</ul></div>`,
    )}</div>
  </section>`;

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

const graphView = ({ title, total, points }: Graph) => html`
  <li class="graph"><span class="graph-total">${total === null ? '–' : number.format(total)}</span><span class="graph-title">${title}</span>${lineOf(points)}</li>`;

const width = 120;
const height = 28;

/** One point for five minutes in which something was told: bars, for in between nothing is known. */
const lineOf = (points: Graph['points']) => {
  const shown = points.slice(-40);
  const highest = Math.max(1, ...shown.map(({ value }) => value));
  const step = width / 40;
  return html`<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">${shown.map(
    ({ value }, place) => {
      const tall = Math.max(value > 0 ? 2 : 0.5, (value / highest) * height);
      return svg`<rect x=${place * step} y=${height - tall} width=${step * 0.8} height=${tall}></rect>`;
    },
  )}</svg>`;
};
