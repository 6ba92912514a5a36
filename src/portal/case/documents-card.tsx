import { type CaseDocument, dayOfPaper, type OwnCase } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Card, EmptyState, fileSize, Fold, Table } from '../../ui/index.ts'

type Parts = { t: Text; own: OwnCase }

const shownAtOnce = 10

const documentRow = ({ t, own }: Parts, paper: CaseDocument) => [
  <a href={paths.caseDocument({ receiptNumber: own.receiptNumber, document: paper.id })}>{t(paper.titleKey)}</a>,
  t.day(dayOfPaper(paper, t.timeZone)),
  fileSize(t.language, paper.sizeBytes),
]

function DocumentTable({ t, own, caption, papers }: Parts & { caption: string; papers: readonly CaseDocument[] }) {
  return (
    <Table
      caption={caption}
      head={[t('portal.case.document'), t('portal.case.document.made'), t('portal.case.document.size')]}
      numeric={[2]}
      rows={papers.map((paper) => documentRow({ t, own }, paper))}
    />
  )
}

/** Papers are on their way only to a case that was just filed online; any other would be waited for in vain. */
export function Documents({ t, own }: Parts) {
  if (own.documents.length === 0) {
    const isJustFiled = own.channel === 'online' && own.course.length === 1
    return (
      <EmptyState title={t('portal.case.documents')}>
        <p>{t(isJustFiled ? 'portal.case.documents.empty' : 'portal.case.documents.none')}</p>
      </EmptyState>
    )
  }
  const newest = own.documents.toReversed()
  const [first, rest] = [newest.slice(0, shownAtOnce), newest.slice(shownAtOnce)]
  return (
    <Card>
      <DocumentTable t={t} own={own} caption={t('portal.case.documents')} papers={first} />
      {rest.length > 0 ? (
        <Fold words={t('portal.case.documents.earlier', { count: rest.length })}>
          <DocumentTable t={t} own={own} caption={t('portal.case.documents.rest')} papers={rest} />
        </Fold>
      ) : null}
    </Card>
  )
}
