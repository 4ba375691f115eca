import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, VIEWS } from './app.tsx';
import { withPackedList } from './packed-list.ts';
import { reportUncaught } from './report-failure.ts';
import { createShowRequests } from './show-requests.ts';
import { listenForZoom } from './zoom-keys.ts';
import './tokens.css';
import './base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');

const asked = new URLSearchParams(window.location.search).get('view');
const view = VIEWS.find((known) => known === asked) ?? 'counter';
reportUncaught(window.mostrador, view);
listenForZoom(window.mostrador);
createRoot(root).render(
  <StrictMode>
    <App api={withPackedList(window.mostrador)} view={view} shows={createShowRequests(window.mostrador)} />
  </StrictMode>,
);
