import { processIo } from './process-io.js';
import { run } from './run.js';

// The exit status is set, not forced: what was written to a pipe still has to reach it.
run(process.argv.slice(2), processIo()).then((status) => {
  process.exitCode = status;
});
