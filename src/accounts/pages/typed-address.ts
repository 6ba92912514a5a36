import { daySeconds, ownCookies } from '../../platform/http/own-cookies.ts'
import { sealedCookie } from '../../platform/http/sealed-cookie.ts'

/** The address typed at **Sign Up**, kept in this browser so that another link can be asked for. */
export const { keep: rememberAddress, read: rememberedAddress } = sealedCookie(ownCookies.typedAddress.name, { column: 'address', seconds: daySeconds })
