import { setTimeout as pause } from 'node:timers/promises'
import type { CashierStore, StoredEvent } from './cashier-store.ts'
import type { Clock } from './clock.ts'
import { signedHeaders } from './sign-event.ts'

export type DeliverySettings = {
  store: CashierStore
  clock: Clock
  webhookSecret: string
  retryDelaysMs: readonly number[]
  settleDue: () => void
}

export type Delivery = { wake(): void; stop(): Promise<void> }

/** After the last of these an event is given up: a merchant that was away so long asks for the state itself. */
export const retryDelaysMs: readonly number[] = [200, 1_000, 3_000, 10_000, 60_000, 600_000, 3_600_000]
const answerWithinMs = 5_000
const atOnceMost = 20
const longestNapMs = 60_000
const restAfterFaultMs = 1_000

/** Sends what is due, again until it is accepted or given up, and wakes itself for what is due later. */
export function startDelivery(settings: DeliverySettings): Delivery {
  const { store, clock } = settings
  const stopping = new AbortController()
  const underWay = new Map<string, Promise<void>>()
  let timer: NodeJS.Timeout | undefined

  async function send(event: StoredEvent): Promise<void> {
    const isAccepted = await post(event, settings, stopping.signal)
    if (stopping.signal.aborted && !isAccepted) return
    if (isAccepted) return store.recordDelivered(event.id)
    const delay = settings.retryDelaysMs[event.tries]
    store.recordFailed(event.id, delay === undefined ? null : clock() + delay)
  }

  /** A fault here is one of the file, such as a full disk: what was to be sent stays due. */
  const rest = () => pause(restAfterFaultMs, undefined, { signal: stopping.signal }).catch(() => {})

  function startSending(event: StoredEvent): void {
    const sent = send(event)
      .catch(rest)
      .finally(() => {
        underWay.delete(event.id)
        wake()
      })
    underWay.set(event.id, sent)
  }

  function wake(): void {
    if (stopping.signal.aborted) return
    try {
      settings.settleDue()
      for (const event of store.listEventsDue(clock(), atOnceMost)) {
        if (!underWay.has(event.id) && underWay.size < atOnceMost) startSending(event)
      }
      nap()
    } catch {
      clearTimeout(timer)
      timer = setTimeout(wake, restAfterFaultMs)
    }
  }

  /** Events under way are past due and wake us when they end, so they never make us spin. */
  function nap(): void {
    clearTimeout(timer)
    const next = store.nextDueAt()
    if (next === null) return
    const ms = next - clock()
    timer = setTimeout(wake, ms > 0 ? Math.min(ms, longestNapMs) : underWay.size > 0 ? 50 : 0)
  }

  store.makeAllEventsDue(clock())
  wake()
  return {
    wake,
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await Promise.allSettled(underWay.values())
    },
  }
}

async function post(event: StoredEvent, settings: DeliverySettings, stopping: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(event.webhookUrl, {
      method: 'POST',
      headers: signedHeaders(settings.webhookSecret, event.id, event.body, settings.clock()),
      body: event.body,
      redirect: 'manual',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(answerWithinMs)]),
    })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}
