import type { FastifyInstance } from 'fastify';
import { AppError } from '../../core/errors/app-error.ts';
import { sendFile } from './file-routes.ts';
import { pageLanguage } from './page-language.ts';
import { isPageRequest } from './page-request.ts';
import { buildUnbuiltPage } from './pages.ts';
import { createRendererFiles } from './renderer-files.ts';
import { pathOf } from './request-path.ts';
import { sendPage } from './send-page.ts';
import { unknownAddress } from './unknown-address.ts';

/** The user interface under `/`; addresses of its views lead to the same page. */
export function addRendererRoutes(server: FastifyInstance, folder: string): void {
  const files = createRendererFiles(folder);
  server.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    async handler(request, reply) {
      const path = pathOf(request.url);
      refuseCraftedPath(path);
      const page = path === '/' || isPageRequest(request);
      const file = (await files.find(path)) ?? (page ? await files.find('/') : null);
      if (file !== null) return sendFile(request, reply, file);
      if (page) {
        const language = pageLanguage(request.headers['accept-language']);
        return sendPage(reply, buildUnbuiltPage(language));
      }
      throw unknownAddress();
    },
  });
}

/** No address of ours holds any of this, so that it is an attempt at another file, however encoded. */
function refuseCraftedPath(path: string): void {
  if (!/(^|\/)\.\.?(\/|$)|[%\\\0]|\/\/|;/.test(path)) return;
  throw new AppError('access/path-refused', 'This path leads outside of what AVlogue serves.');
}
