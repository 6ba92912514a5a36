import { FormPage } from '../../accounts/index.ts'
import { NoticeText } from '../../correspondence/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { longTextField, pressField } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, Button, Card, FormShell, idempotencyFieldName, TextArea } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { Reached } from './case-notices.tsx'
import { mailNotice, noticeOfFile } from './opened-notices.ts'

type NoticeContext = Context<{ receiptNumber: string; notice: string }>

const toCase = ({ params }: Pick<NoticeContext, 'params'>) => seeOther(officePaths.case({ receiptNumber: params.receiptNumber }))

async function opened(context: NoticeContext) {
  const found = await context.read(noticeOfFile, context.params)
  if (!found) return notFound
  return found.state === 'closed' ? toCase(context) : found
}

/** `/cases/<receipt number>/notices/<notice>`, for who opened the file: the notice, who read it, and **Mail it again**. */
export const noticePage = page({
  path: officePaths.notice,
  access: staffWho('read-notices'),
  audit: records(mailNotice),
  load: opened,
  fields: { why: longTextField({ empty: 'notices.office.why.empty', most: 500 }), [idempotencyFieldName]: pressField },
  view: ({ t, model, form, context }) => {
    const { receiptNumber } = context.params
    return {
      title: model.title,
      body: (
        <>
          <Breadcrumb t={t} trail={[{ words: t('officer.case.crumb'), href: officePaths.case({ receiptNumber }) }, { words: model.title }]} />
          {context.query.mailed === 'yes' && form.errors.length === 0 ? (
            <Alert kind="good" live>
              <p>{t('notices.office.mailed')}</p>
            </Alert>
          ) : null}
          <FormPage t={t} form={form} title={model.title}>
            <div class="stack">
              <Card title={t('notices.office.reached')}>
                <Reached t={t} notice={model} />
              </Card>
              {model.frames.map((frame, place) => (
                <NoticeText key={frame.part.language} t={t} frame={frame} isFirst={place === 0} />
              ))}
              <Card title={t('notices.office.again')} plate>
                <p>{t('notices.office.again.about')}</p>
                <FormShell action={officePaths.notice(context.params)} csrfToken={context.csrfToken()} idempotencyKey={newId()} class="form">
                  <TextArea name="why" label={t('notices.office.why')} hint={t('notices.office.why.hint')} value={form.value('why')} error={form.error('why')} rows={2} />
                  <Button>{t('notices.office.again')}</Button>
                </FormShell>
              </Card>
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: mailNotice,
    input: ({ why, [idempotencyFieldName]: press }, { params }) => ({ ...params, why: why as string, press: press as string }),
    shows: { 'unknown-case': () => notFound, 'file-not-opened': toCase, 'unknown-notice': () => notFound },
    then: (_mailed, { params }) => seeOther(`${officePaths.notice(params)}?mailed=yes`),
  },
})
