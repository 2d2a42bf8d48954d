export { checkCommand } from './check-command.js';
export { helpWith } from './helper-thread.js';
export { newCommand } from './new-command.js';
export { ruleCommand } from './rule-command.js';
