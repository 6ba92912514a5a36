import { FormPage, needsRecentProof, withNext } from '../../accounts/index.ts'
import { type Declaration, declarationSha256, DeclarationText, Fingerprint, fullNameOf, signFields } from '../../filing/index.ts'
import { type Answer, isAnswer, notFound, seeOther } from '../../platform/http/answer.ts'
import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { textField } from '../../platform/http/field.ts'
import { Alert, Button, ButtonLink, ButtonRow, Card, FormShell, PrintButton, TextField } from '../../ui/index.ts'
import { Rights } from '../taking-up/take-up-page.tsx'
import { consentFor } from './consent.ts'
import { DocumentView } from './document-view.tsx'
import { openDocument } from './form-page.tsx'
import { clientNamed } from './package-texts.ts'
import { noteReviewed, type ReadDocument } from './read-package.ts'
import { signAppearance } from './sign-appearance.ts'

type AtPreparation = { preparation: string }
type Model = ReadDocument & { readonly declaration: Declaration; readonly signedAt: Temporal.Instant | null }

async function openAppearance(context: Context<AtPreparation>): Promise<Model | Answer> {
  const found = await openDocument(context, 'appearance')
  if (isAnswer(found)) return found
  const signed = found.prepared.answers.find(({ of, side, accepted }) => of === 'appearance' && side === 'client' && accepted)
  return { ...found, declaration: consentFor(context.services, context.t, found.text), signedAt: signed?.at ?? null }
}

const signing = ({ form, model, context: { t, params, csrfToken } }: { form: FormState; model: Model; context: Context<AtPreparation> }) => (
  <FormShell action={paths.preparedAppearance(params)} csrfToken={csrfToken()} class="card form">
    <input type="hidden" name="shown" value={model.prepared.stands?.id ?? ''} />
    <input type="hidden" name="documentSha256" value={model.sha256} />
    <input type="hidden" name="declarationSha256" value={declarationSha256(model.declaration)} />
    <DeclarationText t={t} title={t('prepared.consent.title')} declaration={model.declaration} />
    <TextField
      name="fullLegalName"
      label={t('filing.sign.name')}
      hint={t('prepared.sign.name-hint', { name: fullNameOf(clientNamed(model.text)) })}
      value={form.value('fullLegalName')}
      error={form.error('fullLegalName')}
      autocomplete="name"
      spellcheck={false}
    />
    <ButtonRow>
      <Button>{t('prepared.accept-and-sign')}</Button>
      <ButtonLink href={paths.declinePrepared({ ...params, which: 'appearance' })} look="quiet">
        {t('prepared.decline')}
      </ButtonLink>
    </ButtonRow>
  </FormShell>
)

/** Form G-28 as it will be filed, with what the client consents to, and the one field that signs it. */
export const preparedAppearancePage = page({
  path: paths.preparedAppearance,
  access: needsRecentProof,
  audit: records(signAppearance, noteReviewed),
  load: openAppearance,
  fields: { ...signFields, shown: textField({ empty: 'filing.sign.changed', most: 64 }) },
  view: ({ t, model, form, context }) => ({
    title: t('prepared.appearance.title'),
    body: (
      <FormPage t={t} form={form} title={t('prepared.appearance.title')}>
        <p class="on-screen">
          <a href={paths.prepared(context.params)}>{t('prepared.back')}</a>
        </p>
        <p class="lead">{model.read.title}</p>
        <p>{t('prepared.appearance.lead')}</p>
        <DocumentView t={t} read={model.read} />
        <Rights t={t} />
        <Card title={t('prepared.fingerprint')}>
          <Fingerprint t={t} sha256={model.sha256} why={t('prepared.fingerprint-why')} />
        </Card>
        {model.signedAt ? (
          <Alert kind="good">
            <p>{t('prepared.appearance.signed', { at: t.instant(model.signedAt) })}</p>
          </Alert>
        ) : (
          signing({ form, model, context })
        )}
        <p>
          <a href={paths.askForChanges(context.params)}>{t('prepared.changes.button')}</a>
        </p>
        <PrintButton t={t} />
      </FormPage>
    ),
  }),
  submit: {
    operation: signAppearance,
    input: (values, { params, t }) => ({ ...params, ...values, language: t.language }),
    shows: {
      'not-standing': ({ params }) => seeOther(paths.prepared(params)),
      'changed-since-shown': { at: '', key: 'prepared.sign.changed' },
      'name-does-not-fit': { at: 'fullLegalName', key: 'prepared.sign.name-does-not-fit' },
      'no-recent-proof': ({ url }) => seeOther(withNext(paths.signInAgain(), url)),
      'no-such-case': { at: '', key: 'prepared.sign.no-such-case' },
      'not-allowed': () => notFound,
    },
    then: (_signed, { params }) => seeOther(paths.prepared(params)),
  },
})
