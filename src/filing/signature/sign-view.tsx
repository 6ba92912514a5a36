import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, Card, DraftMark, FactsList, FormShell, PrintButton, TextField } from '../../ui/index.ts'
import { declarationSha256 } from './declaration.ts'
import { DeclarationText } from './declaration-view.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { fullNameOf, nameInForm } from './name-fits.ts'
import type { SignModel } from './sign-page.tsx'

/** Where a copy is signed that was prepared for its person, and where it is read. */
export type SignedAt = { readonly sign: string; readonly review: string }

/** Shown while a file has not been looked at: nobody signs for a file that may yet be refused. */
export function StillChecking({ t, draft, awaySince, at }: { t: Text; draft: string; awaySince: Temporal.Instant | null; at?: SignedAt }) {
  return (
    <Alert kind="info" live>
      <p>{awaySince ? t('filing.sign.scanner-away', { since: t.instant(awaySince) }) : t('filing.sign.checking')}</p>
      <p>
        <ButtonLink href={at?.sign ?? paths.draftSign({ draft })} look="quiet">
          {t('filing.sign.check-again')}
        </ButtonLink>
      </p>
    </Alert>
  )
}

function Document({ model, at }: { model: SignModel; at: SignedAt | undefined }) {
  const { words, evidence, price, draft, sha256 } = model
  const { t } = words
  return (
    <Card title={t('filing.sign.document')}>
      <FactsList
        facts={[
          { name: t('filing.sign.form'), value: words.get('form.title') },
          { name: t('filing.sign.files'), value: t('filing.sign.files-count', { count: evidence.files.length }) },
          { name: t('filing.sign.fee'), value: price.sumCents > 0 ? t.money(price.sumCents) : t('filing.sign.no-fee') },
        ]}
      />
      <p>
        <a href={at?.review ?? paths.draftReview({ draft: draft.id })}>{t('filing.sign.review')}</a>
      </p>
      <Fingerprint t={t} sha256={sha256} why={t('filing.sign.fingerprint-why')} />
    </Card>
  )
}

/** Each helper the answers name: a link to their own step, or when they signed. */
function Helpers({ model }: { model: SignModel }) {
  const { t } = model.words
  if (model.helpers.length === 0) return null
  return (
    <Card title={t('helpers-sign.card')}>
      <p>{t('helpers-sign.card-lead')}</p>
      <ul>
        {model.helpers.map(({ helper, name, signedAt }) => (
          <li key={helper.id}>
            {signedAt ? (
              t('helpers-sign.signed', { name, at: t.instant(signedAt) })
            ) : (
              <a href={paths.signAsHelper({ draft: model.draft.id, helper: helper.id })}>
                {t('helpers-sign.link', { capacity: helper.capacity, name })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What is signed, what is declared, and the one field that signs it. */
export function SignView({ model, form, csrfToken, at }: { model: SignModel; form: FormState; csrfToken: string; at?: SignedAt }) {
  const { words, price, draft, sha256, replay } = model
  const { t } = words
  const isFree = price.sumCents === 0
  return (
    <div class="stack">
      <DraftMark t={t} />
      <p class="lead">{t('filing.sign.lead')}</p>
      <Document model={model} at={at} />
      <Helpers model={model} />
      <FormShell action={at?.sign ?? paths.draftSign({ draft: draft.id })} csrfToken={csrfToken} class="card form">
        <input type="hidden" name="documentSha256" value={sha256} />
        <input type="hidden" name="declarationSha256" value={declarationSha256(model.declaration)} />
        <DeclarationText t={t} title={t('filing.sign.statement')} declaration={model.declaration} />
        <TextField
          name="fullLegalName"
          label={t('filing.sign.name')}
          hint={t('filing.sign.name-hint', { name: fullNameOf(nameInForm(replay)) })}
          value={form.value('fullLegalName')}
          error={form.error('fullLegalName')}
          autocomplete="name"
          spellcheck={false}
        />
        <p>{at ? t('prepared.sign.note') : isFree ? t('filing.sign.submit-note') : t('filing.sign.continue-note', { sum: t.money(price.sumCents) })}</p>
        <Button>{at ? t('prepared.sign.button') : isFree ? t('filing.sign.submit') : t('filing.sign.continue')}</Button>
      </FormShell>
      <PrintButton t={t} />
    </div>
  )
}
