import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../core/errors/app-error.ts';
import { ERROR_CODES } from '../../core/errors/error-codes.ts';
import { buildTokenCookie, cookieNameFor, isSameToken } from './access-token.ts';
import {
  type GuardRefusal,
  type GuardRules,
  refuseCaller,
  refuseRequest,
  tokenRefused,
} from './guard-request.ts';
import { pageLanguage } from './page-language.ts';
import { isPageRequest } from './page-request.ts';
import { buildTokenPage } from './pages.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { sendPage } from './send-page.ts';

export interface AccessOptions {
  readonly token: string;
  /** As it was listened on. */
  readonly host: string;
  readonly origins: ReadonlySet<string>;
  /** Whether other machines may come in. */
  readonly beyondLoopback: boolean;
}

/** Puts the guard before every route, the one for unknown addresses too. */
export function guardRequests(server: FastifyInstance, access: AccessOptions): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    const rules = rulesFor(request, access);
    const shown = tokenInAddress(request);
    const refusal =
      shown === null ? refuseRequest(request, rules) : refuseVisit(request, rules, shown);
    if (refusal !== null) return refuse(request, reply, refusal);
    if (shown === null) return;
    reply.header('set-cookie', buildTokenCookie(rules.port, access.token));
    return reply.redirect('/', 303);
  });
}

/** The port that the connection came in by is the one that was listened on. */
function rulesFor(request: FastifyRequest, access: AccessOptions): GuardRules {
  const port = request.socket.localPort ?? 0;
  return { ...access, port, cookieName: cookieNameFor(port) };
}

/** Only at `/`, so that no other address with a token in it is ever of use. */
function tokenInAddress({ method, url }: FastifyRequest): string | null {
  if (method !== 'GET' || !url.startsWith('/?')) return null;
  return new URLSearchParams(url.slice(2)).get('token');
}

function refuseVisit(
  request: FastifyRequest,
  rules: GuardRules,
  shown: string,
): GuardRefusal | null {
  return (
    refuseCaller(request, rules) ?? (isSameToken(shown, rules.token) ? null : tokenRefused('wrong'))
  );
}

function refuse(request: FastifyRequest, reply: FastifyReply, refusal: GuardRefusal): FastifyReply {
  if (refusal.code === 'access/token-refused' && isPageRequest(request)) {
    const page = buildTokenPage(pageLanguage(request.headers['accept-language']));
    return sendPage(reply.status(ERROR_CODES[refusal.code].status), page);
  }
  throw new AppError(refusal.code, refusal.message);
}
