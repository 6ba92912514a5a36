import { notFound, seeOther, type Answer } from '../../platform/http/answer.ts'
import { type Context, procedure } from '../../platform/http/page.ts'
import { ProviderAway } from '../../platform/identity-provider/index.ts'
import { paths } from '../../platform/paths.ts'
import { beginOnline, comeBack, endOnline, errandOf, type Found } from './prove-online.ts'
import type { Place } from './prove-identity.ts'

/** How an attempt ended that settled nothing, as the page says it. Texts: `identity.online.said.<said>`. */
export const onlineSaid = ['not-matched', 'cancelled', 'not-enough', 'failed', 'away', 'nothing-to-compare', 'too-many'] as const
type OnlineSaid = (typeof onlineSaid)[number]

export const saying = (place: Place, said: OnlineSaid | 'matched'): Answer => seeOther(`${paths.proveIdentity(place)}?online=${said}`)

const away: Found = { not: 'away', why: 'away' }
const orAway = (fault: unknown): typeof away => {
  if (fault instanceof ProviderAway) return away
  throw fault
}

/** Sends the browser to the provider. Nobody waits for it inside a transaction. */
export const goOnline = procedure({
  refusals: ['unknown-check', 'not-open', 'nothing-to-compare', 'away'],
  async call(context: Pick<Context, 'perform' | 'services'>, place: Place) {
    const { identityProvider: provider, keys } = context.services
    if (!provider) return notFound
    const begun = await context.perform(beginOnline, { ...place, provider: provider.name })
    if (!begun.ok) return begun
    const { attempt, state } = begun.output
    const leads = await provider.begin(errandOf(keys, state)).catch(orAway)
    if (typeof leads === 'string') return { ok: true, output: leads } as const
    await context.perform(endOnline, { attempt, found: leads })
    return { ok: false, refusal: 'away' } as const
  },
})

/** What the browser brought back, asked of the provider and compared; null: the answer is to nothing that was asked in this session. */
export async function backOnline(context: Pick<Context, 'perform' | 'services'>, brought: Readonly<Record<string, string>>): Promise<Answer | null> {
  const { identityProvider: provider, keys } = context.services
  const state = brought.state ?? ''
  const back = provider ? await context.perform(comeBack, { state }) : null
  if (!provider || !back?.ok) return null
  const { attempt, ...place } = back.output
  const found: Found = await provider.finish(errandOf(keys, state), brought).catch(orAway)
  const ended = await context.perform(endOnline, { attempt, found })
  if (ended.ok && ended.output !== 'left') return saying(place, ended.output)
  return seeOther(paths.proveIdentity(place))
}
