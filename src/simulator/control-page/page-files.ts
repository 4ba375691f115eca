import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PAGE_TEXTS } from './page-texts.ts';
import type { Language } from '../../shared/settings/settings.ts';
import type { Answer } from '../api/http-answer.ts';

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** Returns a file of the control page; null when there is none at this path. */
export async function findPageFile(asked: string, language: Language): Promise<Answer | null> {
  switch (asked) {
    case '/simulator/':
      return file(fillIn(await read('page.html'), language), 'text/html');
    case '/simulator/page.css':
      return file((await Promise.all([read('page.css'), read('parts.css')])).join('\n'), 'text/css');
    case '/simulator/page.js':
      script ??= bundle();
      return file(await script, 'text/javascript');
    case '/simulator/icon.svg':
      return file(await read('icon.svg'), 'image/svg+xml');
    default:
      return null;
  }
}

let script: Promise<string> | null = null;

/** Loaded on the first request, because most runs never use the page. */
async function bundle(): Promise<string> {
  const { build } = await import('rolldown');
  const { output } = await build({
    input: path.join(import.meta.dirname, 'browser/start.ts'),
    output: { format: 'iife' },
    write: false,
  });
  return output[0].code;
}

function read(name: string): Promise<string> {
  return readFile(path.join(import.meta.dirname, name), 'utf8');
}

/** Replaces the names in braces with the texts of a language. */
function fillIn(html: string, language: Language): string {
  const other = language === 'es' ? 'en' : 'es';
  const words: Readonly<Record<string, unknown>> = {
    ...PAGE_TEXTS[language],
    language,
    other,
    otherName: PAGE_TEXTS[other].languageName,
  };
  return html.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(words[name]));
}

function file(body: string, type: string): Answer {
  return { status: 200, body, type: `${type}; charset=utf-8`, headers: SECURITY_HEADERS };
}
