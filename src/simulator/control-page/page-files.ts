import { pageHtml } from './page-html.ts';
import { PAGE_STYLE } from './page-style.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { PARTS_STYLE } from './parts-style.ts';
import { CORE_SCRIPT } from './script-core.ts';
import { DETAIL_SCRIPT } from './script-detail.ts';
import { ORDERS_SCRIPT } from './script-orders.ts';
import { PANELS_SCRIPT } from './script-panels.ts';
import { SCENARIOS_SCRIPT } from './script-scenarios.ts';
import { SETUP_SCRIPT } from './script-setup.ts';
import { START_SCRIPT } from './script-start.ts';
import type { Language } from '../../shared/settings.ts';
import type { Answer } from '../http-answer.ts';

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** The page's script: one function, so that nothing leaks into the window. */
const PAGE_SCRIPT = [
  '(function () {',
  "'use strict';",
  CORE_SCRIPT,
  SETUP_SCRIPT,
  ORDERS_SCRIPT,
  DETAIL_SCRIPT,
  SCENARIOS_SCRIPT,
  PANELS_SCRIPT,
  START_SCRIPT,
  '})();',
].join('\n');

/** A file of the control page; null when there is none at that path. */
export function findPageFile(path: string, language: Language): Answer | null {
  switch (path) {
    case '/simulator/':
      return file(pageHtml(language), 'text/html');
    case '/simulator/page.css':
      return file(`${PAGE_STYLE}\n${PARTS_STYLE}`, 'text/css');
    case '/simulator/page.js':
      return file(PAGE_SCRIPT, 'text/javascript');
    case '/simulator/texts.json':
      return file(JSON.stringify(PAGE_TEXTS[language]), 'application/json');
    default:
      return null;
  }
}

function file(body: string, type: string): Answer {
  return { status: 200, body, type: `${type}; charset=utf-8`, headers: SECURITY_HEADERS };
}
