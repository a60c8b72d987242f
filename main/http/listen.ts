import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../../core/errors/app-error.ts';
import { errorCodeOf } from '../files/error-code-of.ts';

export const DEFAULT_PORT = 4680;

export interface ListenAt {
  readonly host: string;
  /** null: the default one, or any other where that is taken; a chosen one is kept to. */
  readonly port: number | null;
}

/** @throws AppError host/port-taken */
export async function listen(
  { host, port }: ListenAt,
  createServer: () => FastifyInstance,
): Promise<{ readonly server: FastifyInstance; readonly port: number }> {
  const server = createServer();
  try {
    await server.listen({ host, port: port ?? DEFAULT_PORT });
    return { server, port: portOf(server) };
  } catch (error) {
    await server.close();
    const code = errorCodeOf(error);
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    if (port === null) return listen({ host, port: 0 }, createServer);
    throw new AppError(
      'host/port-taken',
      code === 'EACCES'
        ? `Port ${port} may not be used without more rights. Choose one above 1023.`
        : `Port ${port} is in use. Choose another with --port, or 0 for any.`,
      { cause: error, details: { port } },
    );
  }
}

function portOf(server: FastifyInstance): number {
  const address: AddressInfo | string | null = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
