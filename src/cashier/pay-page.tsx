import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { testAccounts, testRoutingNumber } from './bank-accounts.ts'
import { grouped, testCards } from './cards.ts'
import type { Checkout } from './checkout.ts'
import type { KeptValues, PayField, PayFormErrors } from './pay-form.ts'
import { language, money, say } from './words.ts'

type FieldShape = {
  name: PayField
  label: string
  hint?: string
  autocomplete: string
  inputmode?: 'numeric'
  size: 'long' | 'short'
}

const cardFields: readonly FieldShape[] = [
  {
    name: 'cardNumber',
    label: 'field.card-number',
    hint: 'hint.card-number',
    autocomplete: 'cc-number',
    inputmode: 'numeric',
    size: 'long',
  },
  { name: 'expiry', label: 'field.expiry', hint: 'hint.expiry', autocomplete: 'cc-exp', size: 'short' },
  {
    name: 'securityCode',
    label: 'field.security-code',
    hint: 'hint.security-code',
    autocomplete: 'cc-csc',
    inputmode: 'numeric',
    size: 'short',
  },
  { name: 'name', label: 'field.name', autocomplete: 'cc-name', size: 'long' },
]

const bankFields: readonly FieldShape[] = [
  {
    name: 'routingNumber',
    label: 'field.routing-number',
    hint: 'hint.routing-number',
    autocomplete: 'off',
    inputmode: 'numeric',
    size: 'long',
  },
  {
    name: 'accountNumber',
    label: 'field.account-number',
    hint: 'hint.account-number',
    autocomplete: 'off',
    inputmode: 'numeric',
    size: 'long',
  },
  { name: 'accountName', label: 'field.account-name', autocomplete: 'name', size: 'long' },
]
const fields = [...cardFields, ...bankFields]

function Page({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – ${say('product')}`}</title>
        <link rel="stylesheet" href="/styles.css" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <header>
          <p class="demonstration">{say('demonstration')}</p>
          <p class="product">{say('product')}</p>
        </header>
        <main>{children}</main>
      </body>
    </html>
  )
}

function ErrorSummary({ errors }: { errors: PayFormErrors }) {
  const wrong = fields.filter((field) => errors[field.name])
  if (wrong.length === 0) return null
  return (
    <div class="summary" role="alert" tabIndex={-1} autofocus aria-labelledby="summary-heading">
      <h2 id="summary-heading">{say('errors.heading', { count: wrong.length })}</h2>
      <ul>
        {wrong.map(({ name }) => (
          <li key={name}>
            <a href={`#${name}`}>{say(errors[name] ?? '')}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Field({ shape, error, value }: { shape: FieldShape; error: string | undefined; value: string }) {
  const { name, hint } = shape
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for={name}>{say(shape.label)}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {say(hint)}
        </p>
      )}
      {error && (
        <p class="error" id={`${name}-error`}>
          {say(error)}
        </p>
      )}
      <input
        type="text"
        class={shape.size}
        id={name}
        name={name}
        value={value}
        autocomplete={shape.autocomplete}
        inputMode={shape.inputmode}
        required
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy || undefined}
      />
    </div>
  )
}

function Lines({ checkout }: { checkout: Checkout }) {
  const { currency } = checkout
  return (
    <table>
      <caption>{say('lines.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('lines.for')}</th>
          <th scope="col" class="amount">
            {say('lines.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {checkout.lines.map((line, place) => (
          <tr key={place}>
            <td>{line.label}</td>
            <td class="amount">{money(line.amountCents, currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say('lines.total')}</th>
          <td class="amount">{money(checkout.amountCents, currency)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

type Known = { heading: string; intro: string; number: string; rows: readonly (readonly [string, string])[] }

/** The numbers this page takes, and what each does. */
function TestNumbers({ id, known }: { id: string; known: Known }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{known.heading}</h2>
      <p>{known.intro}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{known.number}</th>
            <th scope="col">{say('cards.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {known.rows.map(([number, outcome]) => (
            <tr key={number}>
              <td class="number">{number}</td>
              <td>{outcome}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const knownCards = (): Known => ({
  heading: say('cards.heading'),
  intro: say('cards.intro'),
  number: say('cards.number'),
  rows: testCards.map(({ number, outcome }) => [grouped(number), say(`cards.${outcome}`)]),
})

const knownAccounts = (): Known => ({
  heading: say('accounts.heading'),
  intro: say('accounts.intro', { routingNumber: testRoutingNumber }),
  number: say('accounts.number'),
  rows: testAccounts.map(({ number, outcome }) => [number, say(`accounts.${outcome}`)]),
})

type FormProps = { checkout: Checkout; token: string; errors: PayFormErrors; kept: KeptValues }

function Fields({ shapes, errors, kept }: Pick<FormProps, 'errors' | 'kept'> & { shapes: readonly FieldShape[] }) {
  const values: Partial<Record<PayField, string>> = kept
  return (
    <>
      {shapes.map((shape) => (
        <Field key={shape.name} shape={shape} error={errors[shape.name]} value={values[shape.name] ?? ''} />
      ))}
    </>
  )
}

function CardForm({ checkout, token, errors, kept }: FormProps) {
  return (
    <form method="post" action={`/pay/${checkout.id}`} novalidate>
      <input type="hidden" name="token" value={token} />
      <h2>{say('card.heading')}</h2>
      <Fields shapes={cardFields} errors={errors} kept={kept} />
      <p class="buttons">
        <button type="submit" name="action" value="pay">
          {say('button.pay')}
        </button>
        <button type="submit" name="action" value="cancel" class="quiet">
          {say('button.cancel')}
        </button>
      </p>
    </form>
  )
}

/** The second way: out of sight until it is asked for, and open where something in it is wrong. */
function BankForm({ checkout, token, errors, kept }: FormProps) {
  return (
    <details open={bankFields.some(({ name }) => errors[name])}>
      <summary>{say('bank.heading')}</summary>
      <form method="post" action={`/pay/${checkout.id}`} novalidate>
        <input type="hidden" name="token" value={token} />
        <p>{say('bank.intro')}</p>
        <Fields shapes={bankFields} errors={errors} kept={kept} />
        <p class="buttons">
          <button type="submit" name="action" value="debit">
            {say('button.debit')}
          </button>
        </p>
      </form>
      <TestNumbers id="accounts-heading" known={knownAccounts()} />
    </details>
  )
}

const html = (page: Parameters<typeof renderToString>[0]) => `<!doctype html>${renderToString(page)}`

/** The forms that take a card or a bank account. `token` proves that a post came from this page. */
export function payPage(checkout: Checkout, token: string, errors: PayFormErrors, kept: KeptValues): string {
  const heading = say('title.pay', { amount: money(checkout.amountCents, checkout.currency) })
  const title = Object.keys(errors).length > 0 ? say('title.error', { title: heading }) : heading
  const form = { checkout, token, errors, kept }
  return html(
    <Page title={title}>
      <ErrorSummary errors={errors} />
      <h1>{heading}</h1>
      <p>{say('stands-in')}</p>
      <Lines checkout={checkout} />
      <CardForm {...form} />
      <BankForm {...form} />
      <TestNumbers id="cards-heading" known={knownCards()} />
    </Page>,
  )
}

/** What stands at the address of a checkout that takes no payment any more. */
export function closedPage(checkout: Checkout): string {
  if (checkout.status === 'open') throw new Error('An open checkout has a form.')
  const back = checkout.status === 'cancelled' ? checkout.cancelUrl : checkout.returnUrl
  return html(
    <Page title={say('closed.title')}>
      <h1>{say('closed.title')}</h1>
      <p>{say(`closed.${checkout.status}`)}</p>
      <p>
        <a href={back}>{say('closed.back')}</a>
      </p>
    </Page>,
  )
}

export type FailedStatus = 400 | 403 | 404 | 500

export function failedPage(status: FailedStatus): string {
  return html(
    <Page title={say(`failed.title.${status}`)}>
      <h1>{say(`failed.title.${status}`)}</h1>
      <p>{say(`failed.${status}`)}</p>
    </Page>,
  )
}
