import { SmsFault, type SmsPort, type TextMessage } from './text-message.ts'

/**
 * Text messages that go nowhere: each is handed to `keep`, a store of the caller (the demonstration's outbox).
 * `keep` may be called twice with the same `id` and must then hold it once.
 */
export const createOutboxSms = (keep: (message: TextMessage) => Promise<void>): SmsPort => ({
  isOffered: true,
  async send(message) {
    await keep(message)
    return { providerId: `outbox-${message.id}` }
  },
  findSent: async () => [],
  readReceipt: () => 'forged',
})

/** Where no provider is set up: pages offer no text messages, and one that was queued before fails at once. */
export const noSms: SmsPort = {
  isOffered: false,
  send: () => Promise.reject(SmsFault.forGood('not-offered')),
  findSent: async () => [],
  readReceipt: () => 'forged',
}
