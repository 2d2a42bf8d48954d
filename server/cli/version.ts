import { version } from '../../package.json';

/** Version of the package, as `--version` prints it and JSON carries it. */
export const VERSION: string = version;

/** Name of the command and of the tool in its outputs. */
export const TOOL_NAME = 'fazhi-report';

/**
 * How a file written by `check --output` begins. It quotes titles of reports, and would be taken for one
 * by a later walk over its folder.
 */
export const OWN_OUTPUT = `${TOOL_NAME} `;
