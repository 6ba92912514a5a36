import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Card, EmptyState, InstantText, NumberText, Table } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { heldLetters } from './protection-file.ts'

/** `/protected`: the cases of which letters wait for somebody who knows where post is safe. */
export const heldLettersPage = page({
  path: officePaths.protectedPeople,
  access: staffWho('see-protected'),
  audit: recordsNothing('receipt numbers; opening each file is recorded'),
  load: async (context: Context) => (await context.read(heldLetters, {})) ?? notFound,
  view: ({ t, model: cases }) => ({
    title: t('protection.list.title'),
    wide: true,
    body: (
      <div class="stack">
        <h1>{t('protection.list.title')}</h1>
        {cases.length === 0 ? (
          <EmptyState title={t('protection.list.empty.title')}>
            <p>{t('protection.list.empty.body')}</p>
          </EmptyState>
        ) : (
          <Card>
            <p>{t('protection.list.intro')}</p>
            <Table
              caption={t('protection.list.list')}
              head={(['case', 'letters', 'since'] as const).map((name) => t(`protection.list.${name}`))}
              numeric={[1]}
              rows={cases.map(({ receiptNumber, letters, since }) => [
                <a key="case" href={officePaths.protection({ receiptNumber })}>
                  <NumberText t={t} kind="receipt" value={receiptNumber} />
                </a>,
                t.number(letters),
                <InstantText key="since" t={t} at={since} />,
              ])}
            />
          </Card>
        )}
      </div>
    ),
  }),
})
