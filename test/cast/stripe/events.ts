import { createHmac, randomBytes } from 'node:crypto'

/** How what was held is sent: what a network and a provider's bad day make of events. */
export type Sending = {
  order?: 'as-is' | 'reversed'
  times?: number
  /** Every so-many-th is never sent. */
  dropEvery?: number
  /** Signed with another secret. */
  forged?: boolean
  /** So long after they were signed. */
  lateSeconds?: number
}

type Event = { id: string; object: 'event'; api_version: string; created: number; livemode: boolean; type: string; data: { object: unknown } }
export type Delivered = { type: string; id: string; status: number; headers: Record<string, string>; body: string }

/** Events of the account: held until they are asked for, then sent to the one endpoint, signed as Stripe signs them. */
export function openEvents({ now, secret }: { now: () => number; secret: string }) {
  const held: Event[] = []
  let endpoint: string | null = null
  let isHeld = true

  const emit = (type: string, object: { id: string }): void => {
    held.push({ id: `evt_${randomBytes(12).toString('hex')}`, object: 'event', api_version: '2026-10-28.endive', created: now(), livemode: false, type, data: { object: structuredClone(object) } })
    if (!isHeld) void send({})
  }

  async function deliver(event: Event, { forged, lateSeconds = 0 }: Sending): Promise<Delivered> {
    const body = JSON.stringify(event)
    const at = now() - lateSeconds
    const key = forged ? 'whsec_of_somebody_else' : secret
    const signature = createHmac('sha256', key).update(`${at}.${body}`).digest('hex')
    const headers = { 'content-type': 'application/json', 'stripe-signature': `t=${at},v1=${signature},v0=${'0'.repeat(64)}` }
    if (!endpoint) return { type: event.type, id: event.id, status: 0, headers, body }
    const answer = await fetch(endpoint, { method: 'POST', headers, body }).catch(() => null)
    return { type: event.type, id: event.id, status: answer?.status ?? 0, headers, body }
  }

  async function send(sending: Sending): Promise<Delivered[]> {
    const { order = 'as-is', times = 1, dropEvery = 0 } = sending
    const due = held.splice(0).filter((_, place) => dropEvery === 0 || (place + 1) % dropEvery !== 0)
    if (order === 'reversed') due.reverse()
    const delivered: Delivered[] = []
    for (const event of due) for (let time = 0; time < times; time++) delivered.push(await deliver(event, sending))
    return delivered
  }

  return {
    emit,
    send,
    settle(at: { url: string | null; held: boolean }) {
      endpoint = at.url
      isHeld = at.held
    },
  }
}
