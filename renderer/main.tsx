// Starts the window: finds the host, then draws.

import { createRoot } from 'react-dom/client';
import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import { App } from './app.tsx';
import { createClient } from './client/index.ts';
import { connect } from './connect.ts';
import { NoHost } from './start/no-host.tsx';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
const root = createRoot(place);

connect().then(
  (bridge) => root.render(<App client={createClient(bridge)} />),
  (error: unknown) => root.render(<NoHost reason={error instanceof Error ? error.message : String(error)} />),
);
