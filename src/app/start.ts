import type { Cashier } from '../cashier/index.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../platform/clock.ts'
import type { HashStrength } from '../platform/crypto/passwords.ts'
import type { Listener } from '../platform/http/server.ts'
import type { RunningWorker } from '../platform/jobs/run-worker.ts'
import { type Log, openLog } from '../platform/log.ts'
import { choresOf, jobsOf, officeListener, portalListener } from './composition.ts'
import { emptyDemo } from './demo/empty-demo.ts'
import { seedDemoIfEmpty } from './demo/seed.ts'
import { type Deployment, openDeployment } from './deployment.ts'
import { openCashier } from './pay.ts'
import { settleAssets } from './settle-assets.ts'
import { welcomeLines } from './welcome.ts'

export type Part = 'portal' | 'office' | 'worker' | 'cashier'

export interface Running {
  deployment: Deployment
  /** What the terminal says once everything serves. */
  welcome: string[]
  stop(): Promise<void>
}

const listen = (listener: Listener, host: string, port: number) => listener.listen({ host, port })

/** A deployment that can serve: a demonstration is filled first, and made anew when filling it was interrupted. */
async function openFilled(config: Config, clock: Clock, log: Log, strength?: HashStrength): Promise<Deployment> {
  const deployment = await openDeployment(config, clock, log, strength)
  if (config.mode !== 'demo' || !config.demoSeed) return deployment
  try {
    if ((await seedDemoIfEmpty(deployment)) === 'done') return deployment
  } catch (fault) {
    await deployment.close()
    throw fault
  }
  await deployment.close()
  await emptyDemo(config)
  return openFilled(config, clock, log, strength)
}

/**
 * Starts the chosen parts of a deployment, in the order in which they need each other. Throws one clear line.
 * @param strength of password hashes, for tests
 */
export async function startPortolan(
  config: Config,
  clock: Clock,
  parts: ReadonlySet<Part>,
  log?: Log,
  strength?: HashStrength,
): Promise<Running> {
  const assets = settleAssets()
  const metrics = config.metricsPort === null ? null : (await import('./metrics.ts')).openMetrics()
  const usual = log ?? openLog(config.log)
  const deployment = await openFilled(config, clock, metrics ? metrics.counting(usual) : usual, strength)
  const open: { stop(): Promise<unknown> }[] = [{ stop: () => deployment.close() }]
  const stop = async () => {
    for (const part of open.reverse()) await part.stop()
  }
  try {
    if (metrics) await addPart(open, metrics.listen(config.metricsPort ?? 0), (listening) => listening.stop())
    if (parts.has('cashier') && config.mode === 'demo')
      await addPart(open, openCashier(config, deployment.services.keys), (cashier: Cashier) => cashier.close())
    if (parts.has('worker')) await addPart(open, startWorker(deployment), (worker: RunningWorker) => worker.stop())
    if (parts.has('portal')) await addListener(open, await portalListener(deployment, await assets), config.host, config.port)
    if (parts.has('office')) await addListener(open, await officeListener(deployment, await assets), config.host, config.officePort)
    return { deployment, welcome: welcomeLines(config, parts), stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

async function addPart<T>(open: { stop(): Promise<unknown> }[], starting: Promise<T>, stop: (part: T) => Promise<unknown>) {
  const part = await starting
  open.push({ stop: () => stop(part) })
}

async function addListener(open: { stop(): Promise<unknown> }[], listener: Listener, host: string, port: number) {
  open.push({ stop: () => listener.close() })
  await listen(listener, host, port)
}

/** A process that only answers does not carry the queue. */
async function startWorker(deployment: Deployment): Promise<RunningWorker> {
  const { runWorker } = await import('../platform/jobs/run-worker.ts')
  return runWorker({
    ...deployment.partsFor('worker'),
    databaseUrl: deployment.database.urls.worker,
    jobs: jobsOf(deployment),
    chores: choresOf(deployment),
    log: deployment.log,
  })
}
