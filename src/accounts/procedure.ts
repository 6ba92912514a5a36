import type { Context } from '../platform/http/page.ts'
import type { Passwords } from '../platform/crypto/passwords.ts'

declare module '../platform/services.ts' {
  interface Services {
    readonly passwords: Passwords
    /** What a higher room does for who ends a sign-up, before their number is given out. Left out: nothing. */
    readonly carriedAlong?: (context: Pick<Context, 'services' | 'perform' | 'cookie' | 'setCookie'>) => Promise<void>
  }
}

/** What a procedure needs of a request, so that the demonstration's people and tests can go through one without a page. */
export type Doer = Pick<Context, 'perform' | 'read' | 'services' | 'actor'>

/** Seconds after which a person turned away by a full hashing pool may try again. */
export const busySeconds = 2
