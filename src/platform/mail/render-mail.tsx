import { renderToString } from 'preact-render-to-string'
import { mailStyle } from './mail-style.ts'

/** What a mail says. Every word is the caller's, in one language; values are shown as text, never as markup. */
export type MailContent = {
  subject: string
  paragraphs: readonly string[]
  facts?: readonly { label: string; value: string }[]
  code?: { label: string; digits: string }
  links?: readonly { label: string; url: string }[]
  /** Said after the code and the links: how long they last, what to do if it was not you. */
  after?: readonly string[]
  /** Small print: who sends this, how to check that it is genuine. */
  footer?: readonly string[]
  agency: string
  demonstration?: string
  language: string
  direction: 'ltr' | 'rtl'
}

/**
 * The two forms of a mail. In `text` each link and a code's digits stand alone on their line, and so does each fact
 * as “label: value”. Throws when a link is not http(s).
 */
export function renderMail(content: MailContent): { text: string; html: string } {
  const letter = flattened(content)
  for (const { url } of letter.links) {
    if (!/^https?:\/\/[^\s<>"]+$/.test(url)) throw new Error('a link in a mail must be an http address')
  }
  return { text: asText(letter), html: `<!doctype html>\n${renderToString(<Letter letter={letter} />)}` }
}

type FlatLetter = Required<Omit<MailContent, 'code' | 'demonstration'>> & Pick<MailContent, 'code' | 'demonstration'>

// A value with line breaks could forge a line such as a code or a number: every value becomes one line.
const oneLine = (value: string) => value.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim()

function flattened(content: MailContent): FlatLetter {
  const { code, demonstration } = content
  return {
    language: content.language,
    direction: content.direction,
    agency: oneLine(content.agency),
    subject: oneLine(content.subject),
    paragraphs: content.paragraphs.map(oneLine),
    facts: (content.facts ?? []).map(({ label, value }) => ({ label: oneLine(label), value: oneLine(value) })),
    links: (content.links ?? []).map(({ label, url }) => ({ label: oneLine(label), url })),
    after: (content.after ?? []).map(oneLine),
    footer: (content.footer ?? []).map(oneLine),
    ...(code ? { code: { label: oneLine(code.label), digits: oneLine(code.digits) } } : {}),
    ...(demonstration ? { demonstration: oneLine(demonstration) } : {}),
  }
}

function asText(letter: FlatLetter): string {
  const blocks = [
    letter.demonstration,
    letter.subject,
    ...letter.paragraphs,
    letter.facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    letter.code && `${letter.code.label}\n${letter.code.digits}`,
    ...letter.links.map(({ label, url }) => `${label}\n${url}`),
    ...letter.after,
    [letter.agency, ...letter.footer].join('\n'),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function Letter({ letter }: { letter: FlatLetter }) {
  return (
    <html lang={letter.language} dir={letter.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
        <style>{mailStyle}</style>
      </head>
      <body>
        {letter.demonstration && <p class="demonstration">{letter.demonstration}</p>}
        <div class="sender">{letter.agency}</div>
        <main class="letter">
          <h1>{letter.subject}</h1>
          {letter.paragraphs.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
          <Facts facts={letter.facts} />
          {letter.code && (
            <p class="code">
              <span class="label">{letter.code.label}</span>{' '}
              <strong class="digits" dir="ltr">
                {letter.code.digits}
              </strong>
            </p>
          )}
          {letter.links.map((link) => (
            <Link {...link} />
          ))}
          {letter.after.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </main>
        <div class="footer">
          {letter.footer.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </div>
      </body>
    </html>
  )
}

function Facts({ facts }: { facts: FlatLetter['facts'] }) {
  if (facts.length === 0) return null
  return (
    <dl>
      {facts.map(({ label, value }) => (
        <>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </>
      ))}
    </dl>
  )
}

/** The address is also shown in full, so that a person can read where a link leads before following it. */
function Link({ label, url }: { label: string; url: string }) {
  return (
    <>
      <p>
        <a class="button" href={url}>
          {label}
        </a>
      </p>
      <p class="address" dir="ltr">
        {url}
      </p>
    </>
  )
}
