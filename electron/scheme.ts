// Serves the window's files under app://workbench/, from the map made at build time.

import { protocol, type Session } from 'electron';
import type { PageFiles } from '../src/hosts/page-files.ts';
import { safeHeaders } from '../src/hosts/policy.ts';
import { isOurs, scheme } from './page.ts';

/** Before the app is ready. An ordinary, secure origin with fetch of its own files, and no power beyond that. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

export function serveFiles(session: Session, files: PageFiles): void {
  session.protocol.handle(scheme, (request) => answer(request, files));
}

async function answer(request: Request, files: PageFiles): Promise<Response> {
  const found = request.method === 'GET' && isOurs(request.url) ? await files.read(new URL(request.url).pathname) : null;
  if (!found) return new Response(null, { status: 404, headers: safeHeaders() });
  return new Response(found.body, { headers: { ...safeHeaders(), 'content-type': found.mime } });
}
