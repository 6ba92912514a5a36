import type { PayPort } from '../../platform/pay/index.ts'

declare module '../../platform/services.ts' {
  interface Services {
    /** The payment provider. Asked from jobs only: no request of a person waits for it. */
    readonly pay: PayPort
    /** Waits between two looks at a row; a test hands in its own. Left out: the machine's timer. */
    readonly pauseFor?: (milliseconds: number) => Promise<void>
  }
}
