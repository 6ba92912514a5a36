import { daySeconds, ownCookies } from '../../platform/http/own-cookies.ts'
import { sealedCookie } from '../../platform/http/sealed-cookie.ts'

/** A passcode that fitted, kept in this browser until its client has signed up or in and answered. */
export const { keep: carryPasscode, read: carriedPasscode, drop: dropPasscode } = sealedCookie(ownCookies.passcode.name, { column: 'passcode', seconds: daySeconds })
