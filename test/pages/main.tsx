import { StrictMode, type JSX } from 'react';
import { createRoot } from 'react-dom/client';
import { App, VIEWS, type View } from '../../src/renderer/app.tsx';
import { CardPage } from '../../src/renderer/card/card-page.tsx';
import { createShowRequests } from '../../src/renderer/show-requests.ts';
import type { Language } from '../../src/shared/settings/settings.ts';
import { createFakeMostrador } from '../fakes/mostrador-api.ts';
import { SCENES, sceneOf, type Scene } from './scenes.ts';
import '../../src/renderer/tokens.css';
import '../../src/renderer/base.css';

const LANGUAGES: readonly Language[] = ['es', 'en'];
const asked = new URLSearchParams(window.location.search);
const view = [...VIEWS, 'card' as const].find((known) => known === asked.get('view')) ?? null;
const scene = SCENES.find((known) => known === asked.get('scene')) ?? 'day';
const language = LANGUAGES.find((known) => known === asked.get('language')) ?? 'es';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
createRoot(root).render(<StrictMode>{view === null ? <Contents /> : <Page view={view} />}</StrictMode>);

/** One page of the app, as it looks when main knows what the scene says. */
function Page({ view: shown }: { readonly view: View | 'card' }): JSX.Element {
  const fake = createFakeMostrador(sceneOf(scene, language));
  if (shown === 'card') return <CardPage api={fake.api} />;
  return <App api={fake.api} view={shown} shows={createShowRequests(fake.api)} />;
}

function Contents(): JSX.Element {
  return (
    <main style={{ padding: '1.5rem' }}>
      <h1>Pages</h1>
      <p>Each page against a main process that only pretends. Saved sources show at once.</p>
      {[...VIEWS, 'card' as const].map((each) => (
        <p key={each}>
          <strong>{each}</strong>
          {SCENES.flatMap((name) => LANGUAGES.map((spoken) => linkTo(each, name, spoken)))}
        </p>
      ))}
    </main>
  );
}

function linkTo(shown: View | 'card', name: Scene, spoken: Language): JSX.Element {
  const address = `?${new URLSearchParams({ view: shown, scene: name, language: spoken }).toString()}`;
  return (
    <a key={address} href={address} style={{ marginInlineStart: '1rem' }}>
      {name}, {spoken}
    </a>
  );
}
