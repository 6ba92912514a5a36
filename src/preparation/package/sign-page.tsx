import { FormPage, representativeWithProof, withNext } from '../../accounts/index.ts'
import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { textField } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { ClientCrumbs, type Lack, nameOfClient } from '../../representation/index.ts'
import { whatIsPrepared } from '../words.ts'
import { ownToSign } from './own-to-sign.ts'
import type { PreparationRow } from '../preparation-store.ts'
import { signPackage, type SignedWith } from './sign-package.ts'
import { SignPackageView } from './sign-view.tsx'
import type { PackageToSign } from './to-sign.ts'

export interface SignPackageModel {
  readonly row: PreparationRow
  readonly clientName: string
  readonly clientId: string | null
  readonly lacking: readonly Lack[]
  readonly toSign: PackageToSign
}

type SignContext = Context<{ preparation: string }>

/** Two documents that nothing is missing from; else back to the page that says what is. */
async function open({ read, params, t }: SignContext): Promise<SignPackageModel | Answer> {
  const found = await read(ownToSign, { ...params, language: t.language })
  if (!found) return notFound
  const { row, client, lacking, toSign } = found
  if (toSign === null) return seeOther(paths.preparation(params))
  if (typeof toSign === 'string') return seeOther(`${paths.preparation(params)}?missing=${toSign}`)
  return { row, clientName: client ? nameOfClient(client.names) : (toSign.appearance.draft.preparedFor ?? ''), clientId: client?.id ?? null, lacking, toSign }
}

const hidden = () => textField({ empty: 'filing.sign.changed', most: 64 })
const name = () => textField({ empty: 'filing.sign.name-empty', most: 300 })

/** Of a notice alone the fields of the form are not there. */
const perhaps = (empty: string) => ({ ...name(), parse: (posted: Parameters<ReturnType<typeof name>['parse']>[0], field: string, model: SignPackageModel) => (model.toSign.form ? name().parse(posted, field, model) : { ok: true as const, value: empty }) })
const perhapsHidden = () => ({ ...hidden(), parse: (posted: Parameters<ReturnType<typeof hidden>['parse']>[0], field: string, model: SignPackageModel) => (model.toSign.form ? hidden().parse(posted, field, model) : { ok: true as const, value: '' }) })

const fields = {
  formDocument: perhapsHidden(),
  formDeclaration: perhapsHidden(),
  formName: perhaps(''),
  appearanceDocument: hidden(),
  appearanceDeclaration: hidden(),
  appearanceName: name(),
}

const signedWith = (fullLegalName: string, documentSha256: string, declarationSha256: string): SignedWith => ({ fullLegalName, documentSha256, declarationSha256 })
const back = (missing?: string) => (context: SignContext) => seeOther(paths.preparation(context.params) + (missing ? `?missing=${missing}` : ''))

/** `/preparations/<preparation>/sign`: both documents whole, and one field to sign each. */
export const signPackagePage = page({
  path: paths.signPreparation,
  access: representativeWithProof,
  audit: records(signPackage),
  load: open,
  fields,
  view: ({ t, model, form, context }) => {
    const title = t('preparation.sign.title')
    const what = whatIsPrepared(context.services.agency, t, model.row.form)
    return {
      title,
      body: (
        <>
          <ClientCrumbs t={t} here={what} {...(model.clientId ? { client: { id: model.clientId, name: model.clientName } } : {})} />
          <FormPage t={t} form={form} title={title}>
            <SignPackageView t={t} model={model} form={form} csrfToken={context.csrfToken()} />
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: signPackage,
    input: (values, { params, t }, model) => ({
      preparation: params.preparation,
      language: t.language,
      form: model.toSign.form ? signedWith(values.formName, values.formDocument, values.formDeclaration) : null,
      appearance: signedWith(values.appearanceName, values.appearanceDocument, values.appearanceDeclaration),
    }),
    shows: {
      'no-such-preparation': () => notFound,
      'not-open': back(),
      'practice-lacking': { at: '', key: 'preparation.lacking' },
      'not-ready': back('not-ready'),
      'preparer-missing': back('preparer-missing'),
      'changed-since-shown': { at: '', key: 'filing.sign.changed' },
      'form-name-does-not-fit': { at: 'formName', key: 'preparation.sign.form-name-does-not-fit' },
      'appearance-name-does-not-fit': { at: 'appearanceName', key: 'preparation.sign.appearance-name-does-not-fit' },
      'no-recent-proof': ({ url }) => seeOther(withNext(paths.signInAgain(), url)),
    },
    then: ({ isLinked }, { params }) => seeOther(isLinked ? `${paths.preparation(params)}?done=signed` : paths.preparationPasscode(params)),
  },
})
