import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.js';
import { readAction, type Step } from './steps.js';

/** What a run of the action came to. */
export interface ActionRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** The step's page in Markdown. */
  readonly summary: string;
  /** Actions that it used on the way, with their inputs. */
  readonly used: readonly { readonly uses: string; readonly with: Readonly<Record<string, string>> }[];
}

/** What the expressions of an action may name. */
interface Context {
  readonly inputs: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Runs the project's action as a runner does: inputs with their defaults, expressions replaced, each `run` written to a file
 * and given to bash with the runner's options, outputs and the page read from the files that the environment names.
 * Other actions are noted and not run.
 *
 * @param workspace the checked-out repository.
 * @param temp a folder of the runner's own; it is made.
 */
export async function runAction(
  inputs: Readonly<Record<string, string>>,
  workspace: string,
  temp: string,
  env: Readonly<Record<string, string>>,
): Promise<ActionRun> {
  const action = readAction();
  const unknown = Object.keys(inputs).filter((name) => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`the action has no input ${unknown.join(', ')}`);
  const all = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: value = '' }]) => [name, inputs[name] ?? `${value}`]),
  );
  mkdirSync(temp, { recursive: true });
  const page = join(temp, 'summary.md');
  writeFileSync(page, '');
  const steps: Record<string, Readonly<Record<string, string>>> = {};
  const context: Context = { inputs: all, steps };
  const used: ActionRun['used'][number][] = [];
  let ended = { status: 0 as number | null, stdout: '', stderr: '' };
  for (const [at, step] of action.runs.steps.entries()) {
    if (step.if !== undefined && evaluated(step.if, context) === 'false') continue;
    if (step.uses !== undefined) {
      used.push({ uses: step.uses, with: replacedAll(step.with ?? {}, context) });
      continue;
    }
    const outputs = join(temp, `outputs-${at}`);
    writeFileSync(outputs, '');
    const one = await runStep(step, at, context, { workspace, temp, env: { ...env, GITHUB_OUTPUT: outputs, GITHUB_STEP_SUMMARY: page } });
    ended = { status: one.status, stdout: ended.stdout + one.stdout, stderr: ended.stderr + one.stderr };
    if (step.id !== undefined) steps[step.id] = outputsIn(readFileSync(outputs, 'utf8'));
    if (one.status !== 0) break;
  }
  const outputs = Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, evaluated(value, context)]));
  return { ...ended, outputs, summary: readFileSync(page, 'utf8'), used };
}

function runStep(
  step: Step,
  at: number,
  context: Context,
  { workspace, temp, env }: { readonly workspace: string; readonly temp: string; readonly env: Readonly<Record<string, string>> },
) {
  if (step.shell !== 'bash') throw new Error(`a step of a composite action needs its shell: ${step.shell}`);
  const script = join(temp, `step-${at}.sh`);
  writeFileSync(script, evaluated(step.run ?? '', context));
  return runProgram('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
    cwd: workspace,
    env: { ...env, ...replacedAll(step.env ?? {}, context), GITHUB_WORKSPACE: workspace, GITHUB_ACTIONS: 'true', CI: 'true' },
  });
}

function replacedAll(values: Readonly<Record<string, unknown>>, context: Context): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, evaluated(`${value}`, context)]));
}

/** A text with its expressions replaced; throws for one of another form than this action has. */
function evaluated(text: string, context: Context): string {
  return text.replace(/\$\{\{ (.+?) \}\}/gu, (_, expression: string) => {
    const compared = /^(\S+) != ''$/u.exec(expression);
    return compared === null ? named(expression, context) : `${named(compared[1] ?? '', context) !== ''}`;
  });
}

function named(name: string, { inputs, steps }: Context): string {
  const [, input] = /^inputs\.([\w-]+)$/u.exec(name) ?? [];
  if (input !== undefined) {
    const value = inputs[input];
    if (value === undefined) throw new Error(`${name} is no input`);
    return value;
  }
  const [, step = '', output = ''] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/u.exec(name) ?? [];
  if (step === '') throw new Error(`${name} is not known here`);
  return steps[step]?.[output] ?? '';
}

function outputsIn(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}
