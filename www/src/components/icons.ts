import { svg, type SVGTemplateResult, html, type TemplateResult } from "lit";

const icon = (path: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`;

export const checkIcon = icon(svg`<circle cx="10" cy="10" r="7.5" /><path d="m6.8 10.2 2.2 2.2 4.3-4.6" />`);
export const infoIcon = icon(svg`<circle cx="10" cy="10" r="7.5" /><path d="M10 9.2v4M10 6.6v.1" />`);
export const alertIcon = icon(svg`<path d="M10 3.2 17.4 16H2.6L10 3.2Z" /><path d="M10 8.4v3.4M10 13.9v.1" />`);
export const closeIcon = icon(svg`<path d="m5.5 5.5 9 9m0-9-9 9" />`);
