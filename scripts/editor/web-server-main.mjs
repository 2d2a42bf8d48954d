/**
 * Program: hands out a VS Code for the Web, without a browser, until it is ended. Its one argument is a JSON of
 * @vscode/test-web's options. (That package's own program would insist on starting a browser for a suite.)
 */
import { open } from '@vscode/test-web';

await open({ ...JSON.parse(process.argv[2] ?? '{}'), browserType: 'none' });
