import { claimCase, type TypedClaim } from '../../cases/index.ts'
import { type FieldPlace, openText, SealBroken, sealText } from '../../platform/crypto/field.ts'
import { ownCookies } from '../../platform/http/own-cookies.ts'
import type { Context } from '../../platform/http/page.ts'

const { name: cookieName } = ownCookies.claim
const keepSeconds = 24 * 60 * 60
const place: FieldPlace = { person: 'visitor', table: 'cookie', row: cookieName, column: 'claim' }

type Browser = Pick<Context, 'services' | 'cookie' | 'setCookie'>

/** Keeps what was typed from a notice in this browser, sealed, while its person signs up or in. */
export function carryClaim({ services, setCookie }: Pick<Browser, 'services' | 'setCookie'>, claim: TypedClaim): void {
  setCookie(cookieName, sealText(services.keys, place, JSON.stringify(claim)).toString('base64url'), keepSeconds)
}

/** What this browser carries; undefined when there is nothing, or nothing that we sealed. */
export function carriedClaim({ services, cookie }: Pick<Browser, 'services' | 'cookie'>): TypedClaim | undefined {
  const sealed = cookie(cookieName)
  if (!sealed) return undefined
  try {
    const { dateOfBirth, ...claim } = JSON.parse(openText(services.keys, place, Buffer.from(sealed, 'base64url')))
    return { ...claim, dateOfBirth: Temporal.PlainDate.from(dateOfBirth) }
  } catch (fault) {
    if (fault instanceof SealBroken) return undefined
    throw fault
  }
}

export const dropClaim = ({ setCookie }: Pick<Browser, 'setCookie'>): void => setCookie(cookieName, '', 0)

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
