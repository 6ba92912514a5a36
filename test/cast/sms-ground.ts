import { recordEntry } from '../../src/audit/index.ts'
import { systemActor } from '../../src/platform/actor.ts'
import { openKeys } from '../../src/platform/crypto/keys.ts'
import { oneTimeCode } from '../../src/platform/crypto/one-time-code.ts'
import { jobContext } from '../../src/platform/jobs/run-worker.ts'
import { openLog } from '../../src/platform/log.ts'
import { operation, performerFor } from '../../src/platform/operation.ts'
import {
  createOutboxSms, queueTextMessage, sendTextMessageJob, type SmsPort, type TextMessage, type TextMessageKind,
  type TextMessageStanding, textMessageStanding, type TextMessageToQueue,
} from '../../src/platform/sms/index.ts'
import { asActor } from '../../src/platform/db/transaction.ts'
import { testDatabase } from '../database.ts'
import { testRequest, testServices } from './services.ts'

/** A number that rings nobody (NANP 555-0100 to 555-0199). */
export const fictionalNumber = '+12025550143'
export const mariaId = '01890000-0000-7000-8000-000000000001'

/** A kind like the one that carries a code, and one that has nothing to say. */
export const codeKind: TextMessageKind = {
  name: 'test.code',
  usefulForSeconds: 600,
  render: ({ services, values }) => ({
    text: `Your code is\n${oneTimeCode(services.keys, { challengeId: String(values.challenge), sendNumber: 1 })}`,
  }),
}
const nothingKind: TextMessageKind = { name: 'test.nothing', render: () => null }

/** Known to every process of a test, so that a worker of its own can open what was sealed. */
export const smsGroundKeys = openKeys({
  masterKeys: [{ id: 'test', secret: Buffer.alloc(32, 7) }],
  current: 'test',
  numberKey: Buffer.alloc(32, 8),
})

export const demonstrationSentence = 'Demonstration. Not a government website.'

export const textFrame = { sender: 'Portolan', timeZone: 'America/New_York', demonstration: () => demonstrationSentence }

/** A database with text messages, the job that sends them and a port that the test chooses. Drop it in `after`. */
export async function smsGround(port?: SmsPort) {
  const database = await testDatabase()
  const sent: TextMessage[] = []
  const services = { ...(await testServices()), keys: smsGroundKeys, sms: port ?? createOutboxSms(async (message) => void sent.push(message)) }
  const logged: string[] = []
  const log = openLog('info', { write: (line: string) => void logged.push(line) })
  const parts = { pool: database.pools.worker, services, record: recordEntry, log }
  const job = sendTextMessageJob([codeKind, nothingKind], textFrame, async () => true)
  const queueing = operation({
    name: 'test.queue-text',
    allow: () => true,
    refusals: [],
    run: (context, message: TextMessageToQueue) => queueTextMessage(context, message),
  })
  return {
    database,
    services,
    sent,
    logged,
    log,
    /** Queues a message as the portal would; returns its id. */
    async queue(given: Partial<TextMessageToQueue> = {}): Promise<string> {
      const portal = performerFor({ ...parts, pool: database.pools.portal }, systemActor('test'), testRequest)
      const message = { kind: 'test.code', to: fictionalNumber, person: mariaId, language: 'en', values: { challenge: 'c-1' }, ...given }
      const result = await portal.perform(queueing, message)
      if (!result.ok) throw new Error(result.refusal)
      return result.output
    },
    /** Runs the job of one message once. */
    run: (id: string) => job.run(jobContext(parts, job.task), { message: id }),
    standing: (id: string): Promise<TextMessageStanding | null> =>
      asActor(database.pools.portal, systemActor('test'), { gate: true }, (tx) => textMessageStanding(tx, id)),
    end: () => database.drop(),
  }
}

export type SmsGround = Awaited<ReturnType<typeof smsGround>>
