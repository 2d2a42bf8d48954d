import { type Entries, isEntries, readYaml } from './yaml.js';

/** A step of a workflow or an action: what it runs, or which action it uses. */
export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Entries;
}

/** A job of a workflow. */
export interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly needs?: string | readonly string[];
  readonly env?: Entries;
  readonly steps: readonly Step[];
}

/** A workflow; `on` as it stands. */
export interface Workflow {
  readonly on: unknown;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** A composite action. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

/** A workflow of the project. @param path from the top of the project. */
export function readWorkflow(path: string): Workflow {
  return readYaml(path, (value): value is Workflow => isEntries(value) && 'on' in value && isEntries(value['jobs']));
}

/** The project's own action. */
export function readAction(): Action {
  return readYaml('action.yml', (value): value is Action => isEntries(value) && isEntries(value['inputs']) && isEntries(value['runs']));
}
