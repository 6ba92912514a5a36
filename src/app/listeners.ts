import { answers } from '../platform/db/pools.ts'
import { hostsOf } from '../platform/http/host-rule.ts'
import { openTally, type Tally } from '../platform/figures/index.ts'
import type { ListenerParts } from '../platform/http/listener.ts'
import type { Route } from '../platform/http/page.ts'
import { buildServer, type Listener } from '../platform/http/server.ts'
import { languagesOffered } from '../platform/i18n/text.ts'
import type { Assets } from '../ui/index.ts'
import { type Deployment, isDemonstration } from './deployment.ts'
import { layoutOf, type LayoutParts } from './layout.tsx'

export interface ListenerChoice {
  name: 'portal' | 'office'
  routes: readonly Route[]
  assets: Assets
  assetsFolder: string
  viewerOf: LayoutParts['viewerOf']
  extendSessionPath: string
  visitOf: ListenerParts['visitOf']
  park: ListenerParts['park']
  takeParked: ListenerParts['takeParked']
}

/** Builds the portal's or the office's server over a deployment. It does not listen yet. */
export async function listenerFor(deployment: Deployment, choice: ListenerChoice): Promise<Listener> {
  const { config, agency } = deployment
  const parts = deployment.partsFor(choice.name)
  const languages = languagesOffered(config.pseudoLanguages)
  const demonstration = isDemonstration(config, agency)
  const layout = layoutOf({
    audience: choice.name,
    agency,
    assets: choice.assets,
    demonstration,
    operatorName: config.operatorName ?? '',
    languages,
    viewerOf: choice.viewerOf,
    extendSessionPath: choice.extendSessionPath,
  })
  const origin = new URL(choice.name === 'portal' ? config.publicUrl : config.officeUrl).origin
  const tally = openTally(parts.pool, parts.services.clock, agency.timeZone)
  const server = await buildServer(
    {
      ...parts,
      name: choice.name,
      origin,
      answersTo: hostsOf(origin),
      log: deployment.log,
      trustedProxies: config.trustedProxies,
      noIndex: demonstration || choice.name === 'office',
      languages,
      timeZone: agency.timeZone,
      tally,
      timeZones: choice.name === 'portal' ? agency.timeZones : [],
      assetsFolder: choice.assetsFolder,
      visitOf: choice.visitOf,
      layout,
      park: choice.park,
      takeParked: choice.takeParked,
      ready: () => answers(deployment.pools[choice.name]),
    },
    choice.routes,
  )
  writesDown(server, tally, deployment)
  return server
}

const tallyMilliseconds = 60_000

/** What pages counted is written down each minute, and once more when the listener ends: never within a request. */
function writesDown(server: Listener, tally: Tally, { log }: Deployment): void {
  const flush = () => tally.flush().catch((fault) => log.fault({ event: 'tally-not-written' }, fault))
  const timer = setInterval(flush, tallyMilliseconds)
  timer.unref()
  server.addHook('onClose', async () => {
    clearInterval(timer)
    await flush()
  })
}
