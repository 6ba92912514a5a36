import { setTimeout as wait } from 'node:timers/promises'
import type { Deployment } from './ground/deployment.ts'
import type { Usage } from './ground/usage.ts'

/** One round of work: how fast, and what it cost each operation in each process. */
export interface Round {
  perSecond: number
  /** The measured server's. */
  cpuMs: number
  /** Of that, its threads beside JavaScript. */
  poolCpuMs: number | null
  /** The worker's, where it works for these operations. */
  jobsCpuMs: number | null
  postgresCpuMs: number | null
  statements: number
  requests: number
}

export const nowMs = (): number => Number(process.hrtime.bigint() / 1000n) / 1000

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

interface Measured {
  usage(): Promise<Usage>
}

export interface Load {
  operations: number
  parallel: number
  /** Begun at this pace, whatever becomes of them; left out: as fast as they end. */
  perSecond?: number
  /** Waits until what the operations left behind (jobs) is done too. */
  settled?: () => Promise<void>
}

/** Does `operations` in all, `parallel` at a time, and says what that cost. `work` is given the number of the operation. */
export async function round(
  ground: Pick<Deployment, 'postgresCpuMs'>,
  processes: { server: Measured; jobs?: Measured },
  load: Load,
  work: (operation: number, lane: number) => Promise<void>,
): Promise<Round> {
  const { server, jobs } = processes
  const [before, jobsBefore, postgresBefore] = [await server.usage(), await jobs?.usage(), ground.postgresCpuMs()]
  const started = nowMs()
  await inLanes(load, work)
  const seconds = (nowMs() - started) / 1000
  await load.settled?.()
  const [after, jobsAfter, postgresAfter] = [await server.usage(), await jobs?.usage(), ground.postgresCpuMs()]
  const each = (from: number | undefined | null, to: number | undefined | null) =>
    from == null || to == null ? null : (to - from) / load.operations
  return {
    perSecond: load.operations / seconds,
    cpuMs: (after.cpuMs - before.cpuMs) / load.operations,
    poolCpuMs: each(before.poolCpuMs, after.poolCpuMs),
    jobsCpuMs: each(jobsBefore?.cpuMs, jobsAfter?.cpuMs),
    postgresCpuMs: each(postgresBefore, postgresAfter),
    statements: (after.statements - before.statements) / load.operations,
    requests: (after.requests - before.requests) / load.operations,
  }
}

/** Each lane begins its next operation when its last has ended, and not before its time where there is a pace. */
export async function inLanes(
  { operations, parallel, perSecond }: Pick<Load, 'operations' | 'parallel' | 'perSecond'>,
  work: (operation: number, lane: number) => Promise<void>,
): Promise<void> {
  const started = nowMs()
  let next = 0
  const run = async (lane: number) => {
    while (next < operations) {
      const operation = next
      next += 1
      const early = perSecond === undefined ? 0 : started + (operation * 1000) / perSecond - nowMs()
      if (early > 0) await wait(early)
      await work(operation, lane)
    }
  }
  await Promise.all(Array.from({ length: Math.min(parallel, operations) }, (_, lane) => run(lane)))
}

/** Medians of several rounds, member by member. */
export function medianRound(rounds: readonly Round[]): Round {
  const of = (pick: (each: Round) => number) => median(rounds.map(pick))
  const where = (pick: (each: Round) => number | null) =>
    rounds.some((each) => pick(each) === null) ? null : of((each) => pick(each) ?? 0)
  return {
    perSecond: of((each) => each.perSecond),
    cpuMs: of((each) => each.cpuMs),
    poolCpuMs: where((each) => each.poolCpuMs),
    jobsCpuMs: where((each) => each.jobsCpuMs),
    postgresCpuMs: where((each) => each.postgresCpuMs),
    statements: of((each) => each.statements),
    requests: of((each) => each.requests),
  }
}

/** Takes the works in turns (A B A B …), so that a slow minute of the machine falls on all of them; medians of each. */
export async function inTurns<Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, () => Promise<Round>>>,
): Promise<Record<Name, Round>> {
  const names = Object.keys(works) as Name[]
  const taken = Object.fromEntries(names.map((name) => [name, [] as Round[]])) as Record<Name, Round[]>
  for (let turn = 0; turn < rounds; turn += 1) for (const name of names) taken[name].push(await works[name]())
  return Object.fromEntries(names.map((name) => [name, medianRound(taken[name])])) as Record<Name, Round>
}
