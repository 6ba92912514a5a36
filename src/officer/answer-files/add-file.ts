import { lockConversation } from '../../correspondence/index.ts'
import { isId, newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import type { FileKind } from '../../platform/preview/index.ts'
import { notOpened } from '../case-file/opened-case.ts'
import { whoMay } from '../may.ts'
import { openedBehind } from '../messages/opened-thread.ts'
import { keepScan } from '../scans/keep-scan.ts'
import { answerFilesMost, sealAnswerFileName } from './answer-file.ts'
import { countGathered, insertAnswerFile } from './answer-file-store.ts'

export interface Conversation {
  readonly receiptNumber: string
  readonly thread: string
}

export interface StoredAnswerFile extends Conversation {
  readonly name: string
  readonly type: FileKind
  readonly storageKey: string
  readonly sha256: string
  readonly sizeBytes: number
}

/** Makes stored bytes a file of an officer's next answer and queues its check. Nobody else sees it before it is sent. */
export const addAnswerFile = operation({
  name: 'officer.add-answer-file',
  allow: (actor, _file: StoredAnswerFile) => whoMay('answer-messages')(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'unknown-thread', 'too-many-files', 'added-before'],
  async run(context, { receiptNumber, thread, name, type, storageKey, sha256, sizeBytes }) {
    const { tx, actor, now, services, refuse, audit } = context
    const file = await openedBehind(context, receiptNumber)
    if (typeof file === 'string') return refuse(file)
    const id = newId()
    audit({ subject: file.id, detail: { thread: thread.slice(0, 40), scan: id, sha256 } })
    // Held, so that of two files at once the second finds the first.
    if (!isId(thread) || !(await lockConversation(context, { receiptNumber, thread }))) return refuse('unknown-thread')
    const staff = String(actor.id)
    const receivedOn = now.toZonedDateTimeISO(services.agency.timeZone).toPlainDate()
    const scan = { id, case: file.id, kind: 'message', received_on: receivedOn, storage_key: storageKey, sha256, size_bytes: sizeBytes } as const
    await keepScan(context, scan)
    const its = { scan: id, thread, added_by: staff, added_at: now, type, sha256, name_sealed: sealAnswerFileName(services.keys, file.id, id, name) }
    if (!(await insertAnswerFile(tx, its))) return refuse('added-before')
    if ((await countGathered(tx, { thread, staff })) > answerFilesMost) return refuse('too-many-files')
    return { scan: id }
  },
})
