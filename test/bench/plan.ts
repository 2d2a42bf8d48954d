import type { ActivationPlan } from './activation.js';
import type { CommandLinePlan } from './command-line.js';
import type { LibraryPlan } from './library.js';
import type { MemoryPlan } from './protocol/memory.js';
import type { ProtocolPlan, TypingCase } from './protocol/protocol.js';

/** How much of everything is measured. */
export interface Plan {
  readonly grammarRuns: number;
  readonly library: LibraryPlan;
  readonly commandLine: CommandLinePlan;
  readonly activation: ActivationPlan;
  readonly protocol: ProtocolPlan;
  readonly memory: MemoryPlan;
}

const [SMALL, MIDDLE, LARGE, HUGE] = [10_000, 100_000, 1_000_000, 10_000_000] as const;

/** Goals of the issue, as times of the echo server. */
const CASES: readonly TypingCase[] = [
  { size: SMALL, findings: 100, goal: 2 },
  { size: MIDDLE, findings: 100, goal: 2 },
  { size: LARGE, findings: 100, goal: 2.5 },
  { size: MIDDLE, findings: 1_650, goal: 1 },
];

const WHOLE: Plan = {
  grammarRuns: 3,
  library: {
    reports: 1_000,
    runs: 5,
    sizes: [SMALL, MIDDLE, LARGE, HUGE],
    peerSizes: [SMALL, MIDDLE, LARGE, HUGE],
    hostile: LARGE,
    peerPatience: 60_000,
  },
  commandLine: { starts: 21, runs: 5, budget: 120_000, many: true },
  activation: { starts: 21 },
  protocol: {
    starts: 15,
    edits: { count: 200, budget: 30_000 },
    pushes: true,
    cases: [...CASES, { size: LARGE, findings: 1_650, goal: 1 }],
    peerSizes: [SMALL, MIDDLE, LARGE],
  },
  memory: { open: 200, edits: { count: 10_000, budget: 180_000 } },
};

const QUICK: Plan = {
  grammarRuns: 1,
  library: {
    reports: 100,
    runs: 2,
    sizes: [SMALL, MIDDLE, LARGE],
    peerSizes: [SMALL, MIDDLE],
    hostile: LARGE,
    peerPatience: 6_000,
  },
  commandLine: { starts: 7, runs: 3, budget: 4_000, many: false },
  activation: { starts: 7 },
  protocol: { starts: 5, edits: { count: 100, budget: 2_000 }, pushes: false, cases: CASES, peerSizes: [SMALL, MIDDLE] },
  memory: { open: 50, edits: { count: 500, budget: 6_000 } },
};

/** The whole form, or the quick one, which takes less than two minutes on two cores. */
export function planOf(quick: boolean): Plan {
  return quick ? QUICK : WHOLE;
}
