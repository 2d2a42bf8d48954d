/** What comes of the tests in editors: adding it up and telling it. */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{title: string, message: string}} Failure */

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly Failure[]} failures
 * @property {readonly Failure[]} retried what passed at another attempt, with what was wrong before
 */

/** @returns {Outcome} */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0, failures: [], retried: [] });

/**
 * @param {Outcome} one
 * @param {Outcome} other
 * @returns {Outcome}
 */
export const sum = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
  failures: [...one.failures, ...other.failures],
  retried: [...one.retried, ...other.retried],
});

/**
 * @template {Outcome} T
 * @param {T} outcome
 * @param {string} title
 * @param {string} message
 * @returns {T} it with a failure that is not one of its tests'
 */
export const withFailure = (outcome, title, message) => ({
  ...outcome,
  failed: outcome.failed + 1,
  failures: [...outcome.failures, { title, message }],
});

/** @param {Outcome} outcome @param {string} where @returns {Outcome} it with titles that say where that was */
export const placed = (outcome, where) => {
  const inPlace = (/** @type {Failure} */ { title, message }) => ({ title: `${where}: ${title}`, message });
  return { ...outcome, failures: outcome.failures.map(inPlace), retried: outcome.retried.map(inPlace) };
};

/**
 * @param {string} path of what a suite wrote, which is an outcome (suite/run-mocha.ts)
 * @returns {Outcome & {version: string | undefined}} nothing, and no version of VS Code, when it did not get there
 */
export const readOutcome = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { ...nothing(), version: undefined });

/** @param {Outcome} outcome @returns {string} `3 passed, 0 failed, 1 skipped` */
export const inWords = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** @param {Outcome} outcome @returns {string} what failed and what needed another attempt, a paragraph each; empty when there is none */
export const failuresInWords = ({ failures, retried }) =>
  [...listed('没有通过（failed）', failures), ...listed('再试一次才通过（passed at another attempt only）', retried)].join('');

/** @param {string} heading @param {readonly Failure[]} failures */
const listed = (heading, failures) =>
  failures.length === 0 ? [] : [`\n${heading}：\n`, ...failures.map(({ title, message }) => `  ${title}\n${indented(message)}\n`)];

/** @param {string} message */
const indented = (message) => message.replaceAll(/^/gm, '      ');
