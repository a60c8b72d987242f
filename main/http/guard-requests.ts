import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../core/errors/app-error.ts';
import { ERROR_CODES } from '../../core/errors/error-codes.ts';
import { buildTokenCookie, cookieNameFor, isSameToken } from './access-token.ts';
import type { EntryCodes } from './entry-codes.ts';
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
  readonly entryCodes: EntryCodes;
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
    const key = keyInAddress(request);
    const refusal =
      key === null
        ? refuseRequest(request, rules)
        : (refuseCaller(request, rules) ?? refuseKey(key, access));
    if (refusal !== null) return refuse(request, reply, refusal);
    if (key === null) return;
    reply.header('set-cookie', buildTokenCookie(rules.port, access.token));
    return reply.redirect('/', 303);
  });
}

/** The port that the connection came in by is the one that was listened on. */
function rulesFor(request: FastifyRequest, access: AccessOptions): GuardRules {
  const port = request.socket.localPort ?? 0;
  return { ...access, port, cookieName: cookieNameFor(port) };
}

interface Key {
  readonly kind: 'token' | 'code';
  readonly shown: string;
}

/** Only at `/`, so that no other address with a token in it is ever of use. */
function keyInAddress({ method, url }: FastifyRequest): Key | null {
  if (method !== 'GET' || !url.startsWith('/?')) return null;
  const parameters = new URLSearchParams(url.slice(2));
  const token = parameters.get('token');
  if (token !== null) return { kind: 'token', shown: token };
  const code = parameters.get('code');
  return code === null ? null : { kind: 'code', shown: code };
}

function refuseKey(
  { kind, shown }: Key,
  { token, entryCodes }: AccessOptions,
): GuardRefusal | null {
  const opens = kind === 'token' ? isSameToken(shown, token) : entryCodes.redeem(shown);
  return opens ? null : tokenRefused('wrong');
}

function refuse(request: FastifyRequest, reply: FastifyReply, refusal: GuardRefusal): FastifyReply {
  if (refusal.code === 'access/token-refused' && isPageRequest(request)) {
    const page = buildTokenPage(pageLanguage(request.headers['accept-language']));
    return sendPage(reply.status(ERROR_CODES[refusal.code].status), page);
  }
  throw new AppError(refusal.code, refusal.message);
}
