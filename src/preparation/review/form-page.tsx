import { applicant } from '../../accounts/index.ts'
import { Fingerprint } from '../../filing/index.ts'
import { type Answer, isAnswer, seeOther } from '../../platform/http/answer.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { ButtonLink, ButtonRow, PrintButton } from '../../ui/index.ts'
import { DocumentView } from './document-view.tsx'
import { phaseOf } from './own-prepared.ts'
import { noteReviewed, type OfPackage, type ReadDocument, readDocument } from './read-package.ts'

type AtPreparation = { preparation: string }

/** A document that stands for the client of a request; else back to how things stand. Opening it is reading it. */
export async function openDocument(context: Context<AtPreparation>, of: OfPackage): Promise<ReadDocument | Answer> {
  const { preparation } = context.params
  const found = await context.read(readDocument, { preparation, of, language: context.t.language })
  if (!found) return seeOther(paths.prepared({ preparation }))
  const { stands } = found.prepared
  if (stands?.reviewed_at === null) await context.perform(noteReviewed, { preparation, shown: stands.id })
  return found
}

/** The form as it will be filed, read only, with the way to sign it, to have it changed, or to decline it. */
export const preparedFormPage = page({
  path: paths.preparedForm,
  access: applicant,
  audit: records(noteReviewed),
  load: async (context: Context<AtPreparation>) => {
    const found = await openDocument(context, 'form')
    if (isAnswer(found)) return found
    const { stands, copied } = found.prepared
    const copy = stands?.copied_at ? stands.copy : null
    return { ...found, opens: copy ? { copy, files: copied.filter(({ state }) => state === 'clean') } : undefined }
  },
  view: ({ t, model, context: { params } }) => ({
    title: t('prepared.form.title'),
    body: (
      <>
        <p class="on-screen">
          <a href={paths.prepared(params)}>{t('prepared.back')}</a>
        </p>
        <h1>{t('prepared.form.title')}</h1>
        <p class="lead">{model.read.title}</p>
        <div class="stack">
          <p>{t('prepared.form.lead')}</p>
          <DocumentView t={t} read={model.read} opens={model.opens} />
          <Fingerprint t={t} sha256={model.sha256} why={t('prepared.fingerprint-why')} />
          <ButtonRow>
            {phaseOf(model.prepared) === 'form' ? <ButtonLink href={paths.signPreparedForm(params)}>{t('prepared.accept-and-sign')}</ButtonLink> : null}
            <ButtonLink href={paths.askForChanges(params)} look="quiet">
              {t('prepared.changes.button')}
            </ButtonLink>
            <ButtonLink href={paths.declinePrepared({ ...params, which: 'form' })} look="quiet">
              {t('prepared.decline')}
            </ButtonLink>
          </ButtonRow>
          {phaseOf(model.prepared) === 'appearance' ? (
            <p>
              <a href={paths.preparedAppearance(params)}>{t('prepared.appearance-first')}</a>
            </p>
          ) : null}
          <PrintButton t={t} />
        </div>
      </>
    ),
  }),
})
