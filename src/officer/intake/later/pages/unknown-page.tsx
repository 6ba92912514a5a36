import { laterPaperKinds, parseReceiptNumber } from '../../../../cases/index.ts'
import { notFound } from '../../../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../../../platform/http/page.ts'
import { officePaths } from '../../../../platform/paths.ts'
import { ButtonLink, Card, NumberText } from '../../../../ui/index.ts'
import { staffWho } from '../../../sessions/access.ts'
import { nearNumbers } from './later-desk.ts'
import { laterPathOf } from './later-fields.tsx'

/** A number that no case has, and those of cases that one digit is between. */
export const unknownNumberPage = page({
  path: officePaths.laterUnknown,
  access: staffWho('take-in-paper'),
  audit: recordsNothing('tells which numbers exist, to those who take in paper for them'),
  async load(context: Context<{ receiptNumber: string }>) {
    const read = parseReceiptNumber(context.params.receiptNumber)
    if (!read.ok) return notFound
    return { receiptNumber: read.number, near: (await context.read(nearNumbers, { receiptNumber: read.number })) ?? [] }
  },
  view: ({ t, model: { receiptNumber, near }, context }) => {
    const kind = laterPaperKinds.find((each) => each === context.query.kind) ?? 'other'
    return {
      title: t('later-paper.unknown.title'),
      body: (
        <div class="stack">
          <h1>{t('later-paper.unknown.title')}</h1>
          <p>{t.rich('later-paper.unknown.body', { number: <NumberText t={t} kind="receipt" value={receiptNumber} /> })}</p>
          {near.length > 0 ? (
            <Card title={t('later-paper.near.title')}>
              <p>{t('later-paper.near.body')}</p>
              <ul class="plain-list">
                {near.map((number) => (
                  <li key={number}>
                    <a href={laterPathOf(kind, number)}>
                      <NumberText t={t} kind="receipt" value={number} />
                    </a>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          <p>{t('later-paper.unknown.next')}</p>
          <p>
            <ButtonLink href={officePaths.later()}>{t('later-paper.unknown.again')}</ButtonLink>
          </p>
        </div>
      ),
    }
  },
})
