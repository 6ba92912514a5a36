import { Agent } from 'node:http'
import { join } from 'node:path'
import { ask } from '../ground/ask.ts'
import { type Deployment, freePort } from '../ground/deployment.ts'
import { startMeasured } from '../ground/measured-process.ts'
import { signIn } from '../ground/people.ts'
import { openQuiet } from '../ground/quiet.ts'
import { inTurns, type Round, round } from '../measure.ts'
import { milliseconds, type Row, rate } from '../table.ts'
import { overloadRow } from './overload.ts'

const rounds = 3
/** The just-in-time compiler is done with a sign-in after some hundreds of them; a server of an hour has had more. */
const warmUp = 400
const hashesEach = 24
/** So many at a time, and so many in a round. */
const loads = { one: [1, 24], eight: [8, 48], many: [64, 128] } as const
/** Each lane signs in an account of its own. */
export const signInPeople = 64
const besidesReachMs = 6

/** Password and one-time password, all requests and the mail job, beside the bare hash. */
export async function signInRows(deployment: Deployment): Promise<Row[]> {
  const port = await freePort()
  const floor = await startMeasured({
    file: 'bench/floor/bare-hash.ts',
    env: { PORT: `${port}` },
    readyOn: /ready/,
    logFile: join(deployment.home, 'floor.log'),
  })
  const quiet = await openQuiet(deployment)
  const agent = new Agent({ keepAlive: true })
  const hashes = async () => {
    const taken = await round(deployment, { server: floor }, { operations: 1, parallel: 1 }, async () => {
      await ask(agent, `http://127.0.0.1:${port}/?hashes=${hashesEach}`)
    })
    return { ...taken, cpuMs: taken.cpuMs / hashesEach, perSecond: taken.perSecond * hashesEach }
  }
  const signIns =
    ([parallel, operations]: readonly [number, number]) =>
    () =>
      round(
        deployment,
        { server: deployment.portal, jobs: deployment.worker },
        { operations, parallel, settled: quiet.settled },
        async (_, lane) => void (await signIn(deployment, lane)),
      )
  try {
    await signIns([loads.eight[0], warmUp])()
    const taken = await inTurns(rounds, {
      hash: hashes,
      one: signIns(loads.one),
      eight: signIns(loads.eight),
      many: signIns(loads.many),
    })
    return [
      rowOf('1 at a time', taken.one, taken.hash),
      rowOf(`${loads.eight[0]} in parallel`, taken.eight, taken.hash),
      rowOf(`${loads.many[0]} in parallel`, taken.many, taken.hash),
      await overloadRow(deployment, taken.hash.perSecond),
    ]
  } finally {
    agent.destroy()
    await quiet.close()
    await floor.stop()
  }
}

function rowOf(how: string, taken: Round, hash: Round): Row {
  const besides = taken.cpuMs - (taken.poolCpuMs ?? hash.cpuMs) + (taken.jobsCpuMs ?? 0)
  return {
    work: `sign-in with password and one-time password, ${how}, all requests to the account's home and the mail`,
    rate: rate(taken.perSecond),
    cpu: `${milliseconds(taken.cpuMs)}, of which hash ${milliseconds(taken.poolCpuMs ?? hash.cpuMs)}; ${taken.statements.toFixed(0)} statements`,
    jobsCpu: milliseconds(taken.jobsCpuMs),
    postgresCpu: milliseconds(taken.postgresCpuMs),
    floor: `bare argon2id hash: ${rate(hash.perSecond)}, ${milliseconds(hash.cpuMs)}`,
    ratio: `${milliseconds(besides)} besides the hash`,
    reach: `≤ ${besidesReachMs} ms besides the hash`,
    reached: besides <= besidesReachMs,
  }
}
