import { listStanding } from '../../../accounts/index.ts'
import type { OperationContext } from '../../../platform/operation.ts'
import { operation } from '../../../platform/operation.ts'
import { accessCodeDays } from '../access-code.ts'
import type { FactsOf } from '../letter/letters.ts'
import { codeFacts, letterRow } from '../paper-case.ts'
import { openPaperPerson } from '../paper-filing.ts'
import { lockToRemind, markReminded, type NoticeToRemind } from './notice-store.ts'
import { queueLetters } from './queue-letters.ts'

type Writing = Pick<OperationContext, 'services' | 'now'>

function reminderOf({ services, now }: Writing, notice: NoticeToRemind, number: string | null): FactsOf<'code-reminder'> {
  const person = openPaperPerson(services.keys, notice.case, notice.sealed)
  const paper = { person, form: notice.form, receivedOn: notice.received_on, language: services.agency.languageOfRecord }
  const { receipt_number: receiptNumber, addressee, expires_at: expiresAt } = notice
  return codeFacts(services, paper, { receiptNumber, addressee, number, expiresAt, at: now })
}

const remindedHours = 24 * (accessCodeDays.works - accessCodeDays.reminded)

/** Reminds whoever has a code that they have not used, once, while there is time to use it. */
export const remindOfCodes = operation({
  name: 'cases.remind-of-codes',
  allow: ({ kind }, _input: { most: number }) => kind === 'system',
  refusals: [],
  async run(context, { most }) {
    const { tx, now, services, audit, recordedBefore } = context
    const notices = await lockToRemind(tx, { now, expiresBefore: now.add({ hours: remindedHours }), most })
    if (notices.length === 0) recordedBefore()
    audit({ detail: { notices: notices.length } })
    const standing = await listStanding(tx, notices.flatMap(({ account }) => account ?? []))
    const numberOf = new Map(standing.map(({ asked, number }) => [asked, number]))
    const letters = notices.map((notice) =>
      letterRow(services, {
        caseId: notice.case,
        notice: notice.id,
        name: 'code-reminder',
        facts: reminderOf(context, notice, numberOf.get(notice.account ?? '') ?? null),
      }),
    )
    await queueLetters(context, letters)
    await markReminded(tx, notices.map(({ id }) => id), now)
    return notices.length
  },
})
