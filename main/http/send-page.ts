import type { FastifyReply } from 'fastify';
import { PLAIN_PAGE_POLICY } from './security-headers.ts';

export function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .header('content-security-policy', PLAIN_PAGE_POLICY)
    .type('text/html; charset=utf-8')
    .send(html);
}
