import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createShowRequests } from './show-requests.ts';
import './tokens.css';
import './base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');

const view = new URLSearchParams(window.location.search).get('view') === 'settings' ? 'settings' : 'counter';
createRoot(root).render(
  <StrictMode>
    <App api={window.mostrador} view={view} shows={createShowRequests(window.mostrador)} />
  </StrictMode>,
);
