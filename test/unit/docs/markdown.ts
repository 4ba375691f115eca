import fs from 'node:fs';
import path from 'node:path';
import { repository } from '../../desktop/runtime.ts';

/** Every document of the repository, by its path. */
export function documents(): readonly string[] {
  const inDocs = fs
    .readdirSync(path.join(repository, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.replaceAll(path.sep, '/'));
  return [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    ...inDocs.map((name) => `docs/${name}`),
  ];
}

export function readDocument(file: string): string {
  return fs.readFileSync(path.join(repository, file), 'utf8');
}

export type Link = { readonly target: string; readonly anchor: string };

/** Links and pictures that stay inside the repository; `target` is a path from its root. */
export function innerLinks(file: string): readonly Link[] {
  return [...withoutCode(readDocument(file)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/i.test(link))
    .map((link) => {
      const [target = '', anchor = ''] = link.split('#');
      return {
        target:
          target === '' ? file : path.posix.normalize(path.posix.join(path.posix.dirname(file), target)),
        anchor: decodeURIComponent(anchor),
      };
    });
}

/** Names of pictures in the order in which the document shows them. */
export function pictures(file: string): readonly string[] {
  return innerLinks(file)
    .map(({ target }) => target)
    .filter((target) => target.endsWith('.png'));
}

/** The anchors that a heading can be reached by. Source: GitHub's own rule, as its pages show it. */
export function anchors(file: string): readonly string[] {
  return headings(file).map(({ title }) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

export function headings(file: string): readonly { readonly level: number; readonly title: string }[] {
  return [...withoutBlocks(readDocument(file)).matchAll(/^(#+) (.+)$/gm)].map(
    ([, marks = '', title = '']) => ({
      level: marks.length,
      title: title.trim(),
    }),
  );
}

/** What stands in bold. In the guides that is always a word of the app. */
export function boldWords(file: string): readonly string[] {
  return [...withoutCode(readDocument(file)).matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) =>
    words.replaceAll(/\s+/g, ' '),
  );
}

/** Paths of this repository that a document names as code, alone or in a command. */
export function namedPaths(file: string): readonly string[] {
  const text = readDocument(file);
  const code = [...text.matchAll(/^```[\s\S]*?^```|`[^`\n]+`/gm)].map(([span]) => span);
  const named = /(?<=^|[\s`])(?:src|scripts|test|docs|assets|\.github)(?:\/[\w.-]+)+(?=\/?(?:$|[\s`:,;)]))/gm;
  return code.flatMap((span) => [...span.matchAll(named)].map(([name]) => name));
}

/** The text between one heading of the second level and the next. */
export function section(file: string, title: string): string {
  const text = readDocument(file);
  const from = text.indexOf(`\n## ${title}\n`);
  if (from < 0) throw new Error(`${file} has no part "${title}"`);
  const to = text.indexOf('\n## ', from + 1);
  return text.slice(from, to < 0 ? undefined : to);
}

/** Every text in a value. */
export function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

function withoutBlocks(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```/gm, '');
}

function withoutCode(text: string): string {
  return withoutBlocks(text).replaceAll(/`[^`\n]*`/g, '');
}
