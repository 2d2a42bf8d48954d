/** Progress for a person: Chinese, then English in brackets, on standard error so that standard output stays clean. */

/**
 * @param {string} chinese
 * @param {string} english
 */
export function say(chinese, english) {
  process.stderr.write(`${chinese}（${english}）\n`);
}

/** A failure that is explained to the person: shown without a stack trace. */
export class Explained extends Error {
  /**
   * @param {string} chinese
   * @param {string} english
   * @param {unknown} [cause]
   */
  constructor(chinese, english, cause) {
    super(`${chinese}（${english}）`, cause === undefined ? undefined : { cause });
    this.name = 'Explained';
  }
}

/**
 * Runs a program's main function and turns its outcome into the exit status.
 * @param {() => Promise<number>} main returns the exit status; what it throws is printed and means 1
 * @returns {Promise<void>} never returns normally: the process exits
 */
export async function runMain(main) {
  try {
    process.exit(await main());
  } catch (error) {
    const text = error instanceof Explained ? error.message : error instanceof Error ? error.stack : error;
    process.stderr.write(`${text}\n`);
    process.exit(1);
  }
}
