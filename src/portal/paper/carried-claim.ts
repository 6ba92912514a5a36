import { claimCase, type TypedClaim } from '../../cases/index.ts'
import { daySeconds, ownCookies } from '../../platform/http/own-cookies.ts'
import type { Context } from '../../platform/http/page.ts'
import { sealedCookie } from '../../platform/http/sealed-cookie.ts'

const claimCookie = sealedCookie(ownCookies.claim.name, { column: 'claim', seconds: daySeconds })

type Browser = Pick<Context, 'services' | 'cookie' | 'setCookie'>

/** Keeps what was typed from a notice in this browser while its person signs up or in. */
export const carryClaim = (browser: Pick<Browser, 'services' | 'setCookie'>, claim: TypedClaim): void => claimCookie.keep(browser, JSON.stringify(claim))

/** What this browser carries; undefined when there is nothing, or nothing that we sealed. */
export function carriedClaim(browser: Pick<Browser, 'services' | 'cookie'>): TypedClaim | undefined {
  const carried = claimCookie.read(browser)
  if (carried === undefined) return undefined
  const { dateOfBirth, ...claim } = JSON.parse(carried)
  return { ...claim, dateOfBirth: Temporal.PlainDate.from(dateOfBirth) }
}

export const dropClaim = claimCookie.drop

/**
 * At the end of a sign-up, before a number is given out: the case that this browser carries is claimed, and with it the number
 * that was printed. What cannot be claimed any more is told on the page that shows it.
 */
export async function claimWhatIsCarried(context: Browser & Pick<Context, 'perform'>): Promise<void> {
  const claim = carriedClaim(context)
  if (!claim) return
  const claimed = await context.perform(claimCase, claim)
  if (claimed.ok) dropClaim(context)
}
