import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
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

const fields: readonly FieldShape[] = [
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

function TestCards() {
  return (
    <section aria-labelledby="cards-heading">
      <h2 id="cards-heading">{say('cards.heading')}</h2>
      <p>{say('cards.intro')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('cards.number')}</th>
            <th scope="col">{say('cards.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {testCards.map(({ number, outcome }) => (
            <tr key={number}>
              <td class="number">{grouped(number)}</td>
              <td>{say(`cards.${outcome}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const html = (page: Parameters<typeof renderToString>[0]) => `<!doctype html>${renderToString(page)}`

/** The form that takes a card. `token` proves that a post came from this page. */
export function payPage(checkout: Checkout, token: string, errors: PayFormErrors, kept: KeptValues): string {
  const heading = say('title.pay', { amount: money(checkout.amountCents, checkout.currency) })
  const title = Object.keys(errors).length > 0 ? say('title.error', { title: heading }) : heading
  const values: Partial<Record<PayField, string>> = kept
  return html(
    <Page title={title}>
      <ErrorSummary errors={errors} />
      <h1>{heading}</h1>
      <p>{say('stands-in')}</p>
      <Lines checkout={checkout} />
      <form method="post" action={`/pay/${checkout.id}`} novalidate>
        <input type="hidden" name="token" value={token} />
        <h2>{say('card.heading')}</h2>
        {fields.map((shape) => (
          <Field key={shape.name} shape={shape} error={errors[shape.name]} value={values[shape.name] ?? ''} />
        ))}
        <p class="buttons">
          <button type="submit" name="action" value="pay">
            {say('button.pay')}
          </button>
          <button type="submit" name="action" value="cancel" class="quiet">
            {say('button.cancel')}
          </button>
        </p>
      </form>
      <TestCards />
    </Page>,
  )
}

/** What stands at the address of a checkout that takes no card any more. */
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
