import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** A request handler that never throws. */
export type Guarded<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/**
 * Wraps a request handler: a cancelled request is answered as cancelled without being worked on, and one
 * that fails is logged and answered with nothing.
 *
 * @param empty makes the answer that says nothing.
 */
export function guarded<P, R>(
  connection: Connection,
  method: string,
  empty: (params: P) => R,
  handler: (params: P, token: CancellationToken) => R | Promise<R | ResponseError<never>>,
): Guarded<P, R> {
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = await handler(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      logFailure(connection, method, error);
      return empty(params);
    }
  };
}

/** Tells the client's log of a failure, with the place where it arose. */
export function logFailure(connection: Connection, what: string, error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  connection.console.error(`${what} 失败，已跳过：${detail}`);
}

function cancelled(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');
}
