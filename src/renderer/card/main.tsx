import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { reportUncaught } from '../report-failure.ts';
import { CardPage } from './card-page.tsx';
import '../tokens.css';
import '../base.css';
import './card-window.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
reportUncaught(window.mostrador, 'card');
createRoot(root).render(
  <StrictMode>
    <CardPage api={window.mostrador} />
  </StrictMode>,
);
