import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename } from 'node:path';

/** A registry of npm packages on this machine. */
export interface Registry {
  readonly url: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

/** What a registry tells of a package. */
export interface PackageFacts {
  readonly name: string;
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
}

/**
 * Starts a registry that has one package and knows no other: what is not in it cannot be had.
 *
 * @param tarball path of the packed package.
 */
export async function startRegistry({ name, version, bin }: PackageFacts, tarball: string): Promise<Registry> {
  const bytes = readFileSync(tarball);
  const file = basename(tarball);
  const asked: string[] = [];
  let url = '';
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    asked.push(path);
    if (path === `/${name}`) {
      const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
      const manifest = {
        name,
        version,
        bin,
        dist: { tarball: `${url}/${name}/-/${file}`, integrity },
      };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: manifest } }));
    } else if (path === `/${name}/-/${file}`) {
      response.end(bytes);
    } else {
      response.statusCode = 404;
      response.end('{}');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the registry has no port');
  url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
