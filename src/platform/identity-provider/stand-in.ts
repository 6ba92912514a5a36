import { newSecret } from '../ids.ts'
import type { IdentityProviderPort, Vouched } from './provider.ts'

const heldMost = 1000

type Word = { readonly state: string; readonly vouched: Vouched }

/**
 * No provider: a page of the demonstration’s own says whatever it is pressed to say. What it vouches for is held in memory until
 * it is fetched, once, as from a provider’s own server: none of it is in an address.
 */
export function standInProvider({ pageUrl, returnUrl, now }: { pageUrl: string; returnUrl: string; now: () => Temporal.Instant }): IdentityProviderPort {
  const words = new Map<string, Word>()
  const back = (answer: Record<string, string>) => `${returnUrl}?${new URLSearchParams(answer)}`
  return {
    name: 'Demonstration ID',
    pageOrigins: [new URL(pageUrl).origin],
    begin: async ({ state }) => `${pageUrl}?${new URLSearchParams({ state })}`,
    async finish({ state }, { code = '', error }) {
      if (error) return { not: 'cancelled', why: 'access_denied' }
      const word = words.get(code)
      words.delete(code)
      return word?.state === state ? word.vouched : { not: 'failed', why: 'invalid_grant' }
    },
    standIn: {
      vouch(state, person) {
        const code = newSecret(128)
        words.set(code, { state, vouched: { ...person, level: 'demonstration', at: now() } })
        const [oldest] = words.keys()
        if (words.size > heldMost && oldest !== undefined) words.delete(oldest)
        return back({ state, code })
      },
      cancel: (state) => back({ state, error: 'access_denied' }),
    },
  }
}
