import { FormPage, needsRecentProof, withNext } from '../../accounts/index.ts'
import { awaySince, checkAgainSeconds } from '../../evidence/index.ts'
import { copyToSign, signFields, type SignModel, SignView, StillChecking } from '../../filing/index.ts'
import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { ownPrepared, phaseOf } from './own-prepared.ts'
import { signPreparedForm } from './sign-form.ts'

type AtPreparation = { preparation: string }
type Model = { readonly sign: SignModel; readonly shown: string }

/** The copy, once the notice of appearance is accepted; else back to how things stand, which says what is due. */
async function openToSign(context: Context<AtPreparation>): Promise<Model | Answer> {
  const prepared = await context.read(ownPrepared, context.params)
  if (!prepared) return notFound
  const { stands } = prepared
  const isDue = ['form', 'checking'].includes(phaseOf(prepared))
  const sign = isDue && stands?.copy ? await copyToSign(context, stands.copy) : null
  return sign && stands ? { sign, shown: stands.id } : seeOther(paths.prepared(context.params))
}

const at = (params: AtPreparation) => ({ sign: paths.signPreparedForm(params), review: paths.preparedForm(params) })

/** The same page as for a form of one's own, over the copy: it signs and submits nothing. */
export const signPreparedFormPage = page({
  path: paths.signPreparedForm,
  access: needsRecentProof,
  audit: records(signPreparedForm),
  load: openToSign,
  fields: signFields,
  view: ({ t, model: { sign }, form, context }) => {
    const seconds = checkAgainSeconds(sign.evidence.unchecked, context.services.clock.now())
    return {
      title: t('filing.sign.title'),
      body: (
        <FormPage t={t} form={form} title={t('filing.sign.title')}>
          {sign.evidence.waiting ? (
            <StillChecking t={t} draft={sign.draft.id} awaySince={awaySince(sign.evidence.unchecked)} at={at(context.params)} />
          ) : (
            <SignView model={sign} form={form} csrfToken={context.csrfToken()} at={at(context.params)} />
          )}
        </FormPage>
      ),
      ...(seconds === undefined ? {} : { refreshSeconds: seconds }),
    }
  },
  submit: {
    operation: signPreparedForm,
    input: (values, { params, t }, { shown }) => ({ ...params, ...values, shown, language: t.language }),
    shows: {
      'not-standing': ({ params }) => seeOther(paths.prepared(params)),
      'appearance-first': ({ params }) => seeOther(paths.preparedAppearance(params)),
      'not-ready': ({ params }) => seeOther(paths.prepared(params)),
      'changed-since-shown': { at: '', key: 'filing.sign.changed' },
      'changed-since-prepared': { at: '', key: 'prepared.sign.changed-since-prepared' },
      'helpers-not-signed': { at: '', key: 'helpers-sign.missing' },
      'name-does-not-fit': { at: 'fullLegalName', key: 'prepared.sign.name-does-not-fit' },
      'no-recent-proof': ({ url }) => seeOther(withNext(paths.signInAgain(), url)),
    },
    then: (_signed, { params }) => seeOther(paths.prepared(params)),
  },
})
