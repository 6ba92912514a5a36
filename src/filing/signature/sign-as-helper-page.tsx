import { FormPage, needsRecentProof } from '../../accounts/index.ts'
import { filesOfDraft } from '../../evidence/index.ts'
import { type Answer, isAnswer, notFound, seeOther } from '../../platform/http/answer.ts'
import { choicesField, textField } from '../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Button, Card, CheckboxGroup, FormShell, TextField } from '../../ui/index.ts'
import type { Helper } from '../definition/definition.ts'
import { openDraftToFile, type OpenDraft } from '../pages/open-draft.ts'
import { type Declaration, declarationFor, declarationSha256 } from './declaration.ts'
import { DeclarationText } from './declaration-view.tsx'
import { evidenceIn, isReadyToSign } from './draft-evidence.ts'
import { Fingerprint } from './fingerprint.tsx'
import { helperName, helpersNamed, helperStatement } from './helpers.ts'
import { fullNameOf } from './name-fits.ts'
import { signAsHelper } from './sign-as-helper.ts'
import { sha256Of, signedDocument } from './signed-document.ts'

type Model = OpenDraft & { readonly helper: Helper; readonly declaration: Declaration; readonly sha256: string }

/** A complete draft whose answers name this helper; else back to where it says what is missing. */
async function openNamed(context: Context<{ draft: string; helper: string }>): Promise<Model | Answer> {
  const open = await openDraftToFile(context)
  if (isAnswer(open)) return open
  const { draft, replay, words } = open
  const helper = helpersNamed(replay).find(({ id }) => id === context.params.helper)
  if (!helper) return notFound
  const evidence = evidenceIn(replay, (await context.read(filesOfDraft, draft.id)) ?? [])
  if (!isReadyToSign(replay, evidence)) return seeOther(paths.draftSign({ draft: draft.id }))
  const declaration = declarationFor(context.services, words, draft, (each) => helperStatement(each, helper))
  return { ...open, helper, declaration, sha256: sha256Of(signedDocument(replay, evidence.files)) }
}

const fields = {
  fullLegalName: textField({ empty: 'helpers-sign.name-empty', most: 300 }),
  documentSha256: textField({ empty: 'filing.sign.changed', most: 64 }),
  declarationSha256: textField({ empty: 'filing.sign.changed', most: 64 }),
  themselves: choicesField(['yes']),
}

function HelperView({ model, form, csrfToken }: { model: Model; form: FormState; csrfToken: string }) {
  const { words, replay, draft, helper, declaration, sha256 } = model
  const { t } = words
  const name = fullNameOf(helperName(replay, helper))
  return (
    <div class="stack">
      <p class="lead">{t(`helpers-sign.lead.${helper.capacity}`, { name })}</p>
      <p>{t('helpers-sign.in-session')}</p>
      <Card title={t('filing.sign.document')}>
        <p>
          <a href={paths.draftReview({ draft: draft.id })}>{t('helpers-sign.review')}</a>
        </p>
        <Fingerprint t={t} sha256={sha256} why={t('filing.sign.fingerprint-why')} />
      </Card>
      <FormShell action={paths.signAsHelper({ draft: draft.id, helper: helper.id })} csrfToken={csrfToken} class="card form">
        <input type="hidden" name="documentSha256" value={sha256} />
        <input type="hidden" name="declarationSha256" value={declarationSha256(declaration)} />
        <DeclarationText t={t} title={t('helpers-sign.statement')} declaration={declaration} />
        <CheckboxGroup
          name="themselves"
          label={t('helpers-sign.who-signs')}
          options={[{ value: 'yes', label: t('helpers-sign.themselves', { name }) }]}
          values={form.value('themselves') === 'yes' ? ['yes'] : []}
          error={form.error('themselves')}
        />
        <TextField
          name="fullLegalName"
          label={t('filing.sign.name')}
          hint={t('helpers-sign.name-hint', { name })}
          value={form.value('fullLegalName')}
          error={form.error('fullLegalName')}
          autocomplete="off"
          spellcheck={false}
        />
        <Button>{t(`helpers-sign.press.${helper.capacity}`)}</Button>
      </FormShell>
    </div>
  )
}

/** The step of an interpreter or a preparer, on the filer's device and in the filer's session. */
export const signAsHelperPage = page({
  path: paths.signAsHelper,
  access: needsRecentProof,
  audit: records(signAsHelper),
  load: openNamed,
  fields,
  view: ({ t, model, form, context }) => {
    const title = t(`helpers-sign.title.${model.helper.capacity}`)
    return {
      title,
      body: (
        <FormPage t={t} form={form} title={title}>
          <HelperView model={model} form={form} csrfToken={context.csrfToken()} />
        </FormPage>
      ),
    }
  },
  submit: {
    operation: signAsHelper,
    input: ({ themselves, ...values }, { params, t }) => ({
      ...params,
      ...values,
      isThemselves: themselves.includes('yes'),
      language: t.language,
    }),
    shows: {
      'draft-not-open': () => notFound,
      'not-named': () => notFound,
      'not-ready': ({ params }) => seeOther(paths.draftReview({ draft: params.draft })),
      'changed-since-shown': { at: '', key: 'filing.sign.changed' },
      'not-themselves': { at: 'themselves', key: 'helpers-sign.tick' },
      'name-does-not-fit': { at: 'fullLegalName', key: 'helpers-sign.name-does-not-fit' },
    },
    then: (_output, { params }) => seeOther(paths.draftSign({ draft: params.draft })),
  },
})
