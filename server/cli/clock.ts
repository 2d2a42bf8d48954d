/** A clock in milliseconds, in any thread. Not `performance.now()`: the first use of that one loads a dozen modules of Node's. */
export function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}
