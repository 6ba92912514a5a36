import { systemActor } from '../../platform/actor.ts'
import { oneTimeCode } from '../../platform/crypto/one-time-code.ts'
import { linkToken } from '../../platform/crypto/link-token.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newestQueuedMail, openQueuedMail } from '../../platform/mail/index.ts'
import type { Deployment } from '../deployment.ts'

/** What the newest mail of a kind to this address holds: the seed reads its mail as its people would. */
async function newestMail({ pools, services }: Deployment, kind: string, to: string): Promise<Record<string, string | number>> {
  return asActor(pools.worker, systemActor('demo-seed'), { readOnly: true }, async (tx) => {
    for (const mail of await newestQueuedMail(tx, kind, 50)) {
      const opened = openQueuedMail(services.keys, mail)
      if (opened.to === to) return opened.values
    }
    throw new Error(`No mail ${kind} was queued for the demonstration's person`)
  })
}

export async function mailedToken(deployment: Deployment, to: string): Promise<string> {
  const { link, send, key } = await newestMail(deployment, 'accounts.confirm-email', to)
  return linkToken(deployment.services.keys, { linkId: String(link), sendNumber: Number(send), keyId: String(key) })
}

export async function mailedCode(deployment: Deployment, to: string): Promise<string> {
  const { challenge, send, key } = await newestMail(deployment, 'accounts.one-time-password', to)
  return oneTimeCode(deployment.services.keys, { challengeId: String(challenge), sendNumber: Number(send), keyId: String(key) })
}
