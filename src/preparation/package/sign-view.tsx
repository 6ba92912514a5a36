import { declarationSha256, DeclarationText, Fingerprint, fullNameOf, type ShownDocument } from '../../filing/index.ts'
import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, Card, FormShell, PrintButton, SummaryList, TextField } from '../../ui/index.ts'
import { Lines } from '../lines.tsx'
import type { SignPackageModel } from './sign-page.tsx'
import type { DocumentToSign } from './to-sign.ts'

interface Props {
  readonly t: Text
  readonly model: SignPackageModel
  readonly form: FormState
  readonly csrfToken: string
}

/** A document as it will be filed, whole. */
function Whole({ t, shown }: { t: Text; shown: ShownDocument }) {
  return (
    <>
      {shown.sections.map(({ heading, rows }, index) => (
        <section key={index}>
          <h3>{heading}</h3>
          <SummaryList t={t} rows={rows.map(([question, answer]) => ({ question, answer: <Lines text={answer} /> }))} />
        </section>
      ))}
      {shown.evidence.length > 0 ? (
        <section>
          <h3>{t('filing.review.evidence')}</h3>
          <ul>
            {shown.evidence.map(({ document, sha256, label, name }) => (
              <li key={`${document} ${sha256}`}>
                {label}: <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

type OneProps = Props & { readonly of: 'form' | 'appearance'; readonly document: DocumentToSign }

/** One of the two: its text, what is declared under it, and the field that signs it. */
function One({ t, form, of, document }: OneProps) {
  const { words, sha256, declaration, shown, draft, signer } = document
  return (
    <Card title={words.get('form.title')}>
      <p>
        <a href={paths.draftReview({ draft: draft.id })}>{t('preparation.sign.change')}</a>
      </p>
      <Whole t={t} shown={shown} />
      <Fingerprint t={t} sha256={sha256} why={t('filing.sign.fingerprint-why')} />
      <input type="hidden" name={`${of}Document`} value={sha256} />
      <input type="hidden" name={`${of}Declaration`} value={declarationSha256(declaration)} />
      <DeclarationText t={t} title={t('preparation.sign.declared')} declaration={declaration} />
      <TextField
        name={`${of}Name`}
        label={t(`preparation.sign.${of}.name`)}
        hint={t('filing.sign.name-hint', { name: fullNameOf(signer) })}
        value={form.value(`${of}Name`)}
        error={form.error(`${of}Name`)}
        autocomplete="name"
        spellcheck={false}
      />
    </Card>
  )
}

export function SignPackageView(props: Props) {
  const { t, model, csrfToken } = props
  const { toSign, row, lacking, clientName } = model
  return (
    <div class="stack">
      <p class="lead">{t('preparation.sign.lead', { client: clientName })}</p>
      {lacking.length > 0 ? (
        <Alert kind="warn" title={t('preparation.lacking.title')}>
          <p>{t('preparation.lacking')}</p>
          <p>
            <a href={paths.practice()}>{t('preparation.lacking.go')}</a>
          </p>
        </Alert>
      ) : null}
      <FormShell action={paths.signPreparation({ preparation: row.id })} csrfToken={csrfToken} class="stack">
        {toSign.form ? <One {...props} of="form" document={toSign.form} /> : null}
        <One {...props} of="appearance" document={toSign.appearance} />
        <p>{t('preparation.sign.then', { client: clientName })}</p>
        <Button>{t(toSign.form ? 'preparation.sign.both' : 'preparation.sign.one')}</Button>
      </FormShell>
      <PrintButton t={t} />
    </div>
  )
}
