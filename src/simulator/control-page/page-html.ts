import { PAGE_TEXTS } from './page-texts.ts';
import type { Language } from '../../shared/settings.ts';

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'%3E%3Crect x='2' y='2' width='60' height='60' rx='14' fill='%232b3fbf'/%3E%3Cpath d='M18 24h28l-3 26H21z' fill='%23fff'/%3E%3Cpath d='M25 24v-4a7 7 0 0 1 14 0v4' fill='none' stroke='%23fff' stroke-width='4'/%3E%3C/svg%3E";

/** The frame of the control page; the script fills it. */
export function pageHtml(language: Language): string {
  const texts = PAGE_TEXTS[language];
  const other = language === 'es' ? 'en' : 'es';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${texts.title}</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="page.css">
<script src="page.js" defer></script>
</head>
<body>
<header class="top">
  <img class="logo" src="${ICON}" alt="" width="36" height="36">
  <div class="names"><h1>${texts.title}</h1><p>${texts.subtitle}</p></div>
  <p class="live" id="live" role="status"></p>
  <a class="language" href="?lang=${other}" lang="${other}">${other === 'en' ? 'English' : 'Español'}</a>
</header>
<section class="setup" id="setup" aria-label="${texts.connection}"></section>
<main class="columns">
  <section class="card orders" aria-label="${texts.orders}">
    <div class="card-head"><h2>${texts.orders} <span class="count" id="order-count"></span></h2><div class="row" id="order-actions"></div></div>
    <ul class="order-list" id="order-list"></ul>
  </section>
  <section class="card detail" id="detail" aria-label="${texts.order}"></section>
  <section class="card side">
    <div class="tabs" id="tabs" role="tablist"></div>
    <div class="panel" id="panel" role="tabpanel"></div>
  </section>
</main>
<div class="toasts" id="toasts" role="status" aria-live="polite"></div>
<noscript><p class="noscript">${texts.needsScript}</p></noscript>
</body>
</html>
`;
}
