import { signedIn } from '../../../accounts/index.ts'
import { parseReceiptNumber, showReceiptNumber } from '../../../cases/index.ts'
import { notFound } from '../../../platform/http/answer.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { qrDrawing } from '../../../platform/qr.ts'
import { Alert, Breadcrumb, ButtonLink, ButtonRow, PrintButton, TrustedDrawing } from '../../../ui/index.ts'
import { markOpened } from '../mark-opened.ts'
import { framesOf, scannedAddress } from '../notice-frame.ts'
import { type OwnNotice, ownNotice } from '../own-notices.ts'
import { NoticeText } from './notice-text.tsx'

type NoticeContext = Context<{ receiptNumber: string; notice: string }>

/** Opening a notice is reading it: the agency sees that, and the person when they did. */
async function opened(context: NoticeContext): Promise<OwnNotice | typeof notFound> {
  const parsed = parseReceiptNumber(context.params.receiptNumber, context.services.agency.receipts.prefixes)
  const found = parsed.ok ? await context.read(ownNotice, { receiptNumber: parsed.number, notice: context.params.notice }) : null
  if (!found) return notFound
  const { notice, copy } = found
  if (!found.openedAt) await context.perform(markOpened, { notice: notice.id, caseId: notice.caseId, side: copy })
  return found
}

/** `/cases/<receipt number>/notices/<notice>`: the notice itself, word for word as on paper. */
export const noticePage = page({
  path: paths.notice,
  access: signedIn,
  audit: records(markOpened),
  load: opened,
  view: ({ t, model, context }) => {
    const { notice, hasPaper, accountNumber } = model
    const { receiptNumber } = notice
    const frames = framesOf(context.services, notice, accountNumber)
    const { title, language, direction } = notice.parts[0]
    return {
      title: t('notices.page.title', { title, receiptNumber: showReceiptNumber(receiptNumber) }),
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('notices.crumb.case'), href: paths.case({ receiptNumber }) },
              { words: t('notices.title'), href: paths.notices({ receiptNumber }) },
              { words: title, language },
            ]}
          />
          <h1 lang={language} dir={direction}>
            {title}
          </h1>
          <div class="stack">
            {notice.endedAs ? (
              <Alert kind="warn">
                <p>{t(`notices.ended.${notice.endedAs}`)}</p>
              </Alert>
            ) : null}
            {frames.map((frame, place) => (
              <NoticeText key={frame.part.language} t={t} frame={frame} isFirst={place === 0} />
            ))}
            <div class="notice-square">
              <TrustedDrawing svg={qrDrawing(scannedAddress(context.services, notice))} label={t('notices.square.alt')} />
            </div>
            {hasPaper ? null : <p class="muted">{t('notices.download.later')}</p>}
            <ButtonRow>
              {hasPaper ? <ButtonLink href={paths.noticePdf({ receiptNumber, notice: notice.id })}>{t('notices.download')}</ButtonLink> : null}
              <PrintButton t={t} />
            </ButtonRow>
          </div>
        </>
      ),
    }
  },
})
