/** Showing an address to the person. */
import { spawn } from 'node:child_process';
import { hasScreen } from './desktop.mjs';

/**
 * Opens an address in the system's browser, if there is one and a screen to show it on. Never fails.
 * @param {string} address
 */
export function openAddress(address) {
  if (!hasScreen()) return;
  const [command, args] =
    process.platform === 'win32'
      ? ['rundll32', ['url.dll,FileProtocolHandler', address]]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', [address]];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
